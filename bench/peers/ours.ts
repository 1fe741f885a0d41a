/**
 * ErrorSense itself, arguments ENGINE and PART: all of stage 1, and unless PART is `observe` the miner that makes templates
 * of new shapes, which is stage 2.
 */
import { text } from '@errorsense/adapters/runtime/text.ts'
import { isEngine, makeEngine } from '@errorsense/anomaly-processor/engine.ts'
import { templates } from '@errorsense/core/mine/templates.ts'
import { observer } from '@errorsense/core/observe.ts'
import type { Shape } from '@errorsense/core/record.ts'
import { serve } from './serve.ts'

const [, , name, part = 'all'] = process.argv
if (!isEngine(name)) throw new Error(`no such engine: ${name}`)
const engine = makeEngine(name)
const observing = observer({ engine, text })
const miner = templates()
let offset = 0
let minerSeconds = 0

await serve({
  read(chunk) {
    const { lineCount } = observing.read(chunk)
    const range = { topic: 'bench', partition: 0, partitions: 1, from: offset, to: (offset += lineCount) }
    const { shapes } = observing.take(range)
    if (part === 'all') mine(shapes)
    return lineCount
  },
  counts() {
    const { contexts, evictedContexts, refusedShapes } = miner.stats()
    return {
      shapes: engine.shapes.length,
      templates: new Set(engine.shapes.map(({ id }) => miner.of(id).id)).size,
      names: engine.names.length,
      minerSeconds,
      contexts,
      evictedContexts,
      refusedShapes,
    }
  },
})

/** As detection does with the shapes that observers announce. */
function mine(shapes: readonly Shape[]): void {
  const before = process.cpuUsage()
  for (const shape of shapes) miner.add(shape)
  miner.changes()
  const { user, system } = process.cpuUsage(before)
  minerSeconds += (user + system) / 1e6
}
