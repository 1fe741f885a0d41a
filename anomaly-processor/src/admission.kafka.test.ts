import { after, before } from 'node:test'
import { kafkaBus } from '@errorsense/adapters/bus/kafka.ts'
import { type Kafka, startKafka, whyNoKafka } from '../../scripts/kafka.ts'
import { joiningCases } from '../test/joining.ts'

const skip = whyNoKafka()
let kafka: Kafka

before(async () => {
  if (skip === false) kafka = await startKafka()
})
after(() => kafka?.stop())

const place = () => () => kafkaBus({ brokers: kafka.brokers, clientId: 'joining' })
joiningCases('real broker', place, { skip, timeout: 60_000 })
