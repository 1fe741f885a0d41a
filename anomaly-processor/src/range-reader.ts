/** Reads ranges of any number of partitions with one engine: core/observe, and the packing of what it gives. */
import { text } from '@errorsense/adapters/runtime/text.ts'
import { packer } from '@errorsense/adapters/store/packer.ts'
import { sharding } from '@errorsense/core/aggregate/sharding.ts'
import { observer, type Observer } from '@errorsense/core/observe.ts'
import type { PackedRows } from '@errorsense/core/ports/store.ts'
import type { Chunk } from '@errorsense/core/record.ts'
import type { ObservationMessage, SourceRange } from '@errorsense/core/wire/observations.ts'
import { makeEngine } from './engine.ts'
import type { Observed, ObservingOptions, Part } from './observing.ts'

/** Far more than a range of ordinary lines holds. */
const MAX_LINES = 200_000
/** Layouts remembered as saved; one that was forgotten is saved once more. */
const MAX_LAYOUTS = 1000

export interface RangeReader {
  restore(layouts: ReadonlyMap<string, string>): void
  begin(partition: number, shards: number): void
  read(parts: readonly Part[]): Observed
  idle(range: SourceRange, now: number): Uint8Array[]
}

interface Place {
  readonly observing: Observer
  readonly split: ReturnType<typeof sharding>
}

/** `maxLines`: behind which an insert ends. */
export function rangeReader({ engine: name, raw, session }: ObservingOptions, maxLines = MAX_LINES): RangeReader {
  const engine = makeEngine(name)
  const pack = packer({ ...(raw && { raw }) })
  const partitions = new Map<number, Place>()
  const saved = new Map<string, string>()

  function placeOf(partition: number): Place {
    const found = partitions.get(partition)
    if (!found) throw new Error(`partition ${partition} was not begun`)
    return found
  }

  /** Packs the rows of chunks as they are read, and cuts where they are many. */
  function rowPacking() {
    const logs: PackedRows[] = []
    let lines = 0
    const cut = () => {
      if (lines > 0) logs.push(pack.logs())
      lines = 0
    }
    return {
      read(chunk: Chunk, observing: Observer): void {
        const batch = observing.read(chunk)
        pack.add(batch, engine)
        lines += batch.lineCount
        if (lines >= maxLines) cut()
      },
      finish(): PackedRows[] {
        cut()
        return logs
      },
    }
  }

  function freshLayouts(parts: readonly Part[]): Map<string, string> {
    const fresh = new Map<string, string>()
    for (const { source } of parts.flatMap(({ chunks }) => chunks)) {
      const layout = engine.layout(source)
      if (layout === undefined || layout === saved.get(source)) continue
      fresh.set(source, layout)
      remember(source, layout)
    }
    return fresh
  }

  function remember(source: string, layout: string): void {
    saved.set(source, layout)
    if (saved.size > MAX_LAYOUTS) saved.delete(saved.keys().next().value ?? '')
  }

  return {
    restore(layouts) {
      for (const [source, layout] of layouts) {
        engine.restoreLayout(source, layout)
        remember(source, layout)
      }
    },
    begin(partition, shards) {
      const observing = observer({ engine, text, ...(session && { session }) })
      partitions.set(partition, { observing, split: sharding(shards) })
    },
    read(parts) {
      const rows = rowPacking()
      const { observing, split } = placeOf(parts[0].range.partition)
      const messages = parts.map(({ range, chunks }) => {
        for (const chunk of chunks) rows.read(chunk, observing)
        return observing.take(range)
      })
      return {
        logs: rows.finish(),
        observations: pack.observations(messages.flatMap(({ counts }) => counts)),
        messages: messages.map((message) => split(message).map(encode)),
        layouts: freshLayouts(parts),
        tally: observing.tally(),
      }
    },
    idle(range, now) {
      const { observing, split } = placeOf(range.partition)
      observing.idle(now)
      return split(observing.take(range)).map(encode)
    },
  }
}

const encoder = new TextEncoder()

/** Bytes of their own, to be handed on to another thread. */
function encode(message: ObservationMessage): Uint8Array {
  return encoder.encode(JSON.stringify(message))
}
