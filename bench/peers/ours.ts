/** ErrorSense itself, ENGINE as argument: all of stage 1, and the miner that makes templates of new shapes. */
import { text } from '@errorsense/adapters/runtime/text.ts'
import { isEngine, makeEngine } from '@errorsense/anomaly-processor/engine.ts'
import { templates } from '@errorsense/core/mine/templates.ts'
import { observer } from '@errorsense/core/observe.ts'
import { serve } from './serve.ts'

const [, , name] = process.argv
if (!isEngine(name)) throw new Error(`no such engine: ${name}`)
const engine = makeEngine(name)
const observing = observer({ engine, text })
const miner = templates()
let offset = 0

await serve({
  read(chunk) {
    const { lineCount } = observing.read(chunk)
    const range = { topic: 'bench', partition: 0, partitions: 1, from: offset, to: (offset += lineCount) }
    for (const shape of observing.take(range).shapes) miner.add(shape)
    miner.changes()
    return lineCount
  },
  counts: () => ({
    shapes: engine.shapes.length,
    templates: new Set(engine.shapes.map(({ id }) => miner.of(id).id)).size,
    names: engine.names.length,
  }),
})
