import { memoryBus } from '@errorsense/adapters/bus/memory.ts'
import { joiningCases } from '../test/joining.ts'

joiningCases('memory bus', () => {
  const bus = memoryBus()
  return () => bus
})
