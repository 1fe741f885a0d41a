import { after, before } from 'node:test'
import { busContract } from '../../../core/contracts/bus.ts'
import { type Kafka, startKafka, whyNoKafka } from '../../../scripts/kafka.ts'
import { kafkaBus } from './kafka.ts'

const skip = whyNoKafka()
let kafka: Kafka

before(async () => {
  if (skip === false) kafka = await startKafka()
})
after(() => kafka?.stop())

busContract('kafka bus', () => kafkaBus({ brokers: kafka.brokers, clientId: 'contract' }), { skip, timeout: 30_000 })
