/** Mining a log that was read already. */
import { templates, type MinerOptions } from '@errorsense/core/mine/templates.ts'
import type { Shape } from '@errorsense/core/record.ts'
import { scoreTemplates, type Found, type TemplateScore } from './template-score.ts'

/** A log whose lines were read: mining it again costs little. */
export interface MinableLog {
  readonly name: string
  readonly shapes: readonly Shape[]
  readonly truth: readonly string[]
}

export function finalScore({ shapes, truth }: MinableLog, options?: MinerOptions): TemplateScore {
  const miner = templates(options)
  for (const shape of shapes) miner.add(shape)
  return scoreTemplates(
    truth,
    shapes.map(({ id }) => foundOf(miner.of(id))),
  )
}

/** With the ids that were known after each so many lines. */
export function streamedScore({ shapes, truth }: MinableLog, chunkLines: number): TemplateScore {
  const miner = templates()
  const found: Found[] = []
  for (let at = 0; at < shapes.length; at += chunkLines) {
    const chunk = shapes.slice(at, at + chunkLines)
    for (const shape of chunk) miner.add(shape)
    found.push(...chunk.map(({ id }) => foundOf(miner.of(id))))
  }
  return scoreTemplates(truth, found)
}

function foundOf({ id, text }: { id: string; text: string }): Found {
  return { group: id, text }
}
