import { busContract } from '../../../core/contracts/bus.ts'
import { memoryBus } from './memory.ts'

busContract('memory bus', memoryBus, { durable: false })
