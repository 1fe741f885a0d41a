/**
 * How far event time has come over all partitions: as far as the one that is furthest behind, as in "The Dataflow Model"
 * (Akidau et al., VLDB 2015). A partition with nothing to read is as far as the wall clock, which is only true as long as
 * nobody writes old lines: whoever replays a log writes to several partitions, and not all are read at once. So what old
 * lines say counts only when everybody has looked again a while later.
 */
import { MINUTE_MS } from './window.ts'

/** Lines older than this when they are read are a log replayed, or a backlog. */
const OLD_MS = 2 * MINUTE_MS
/** Between the first and the last partition that a replay writes to, and between writing and reading; wall time. */
const SETTLE_MS = 5_000
/** Of a partition; what comes beyond is waited for as one. */
const MAX_WAITING = 100

/** What a message says of the partition it comes from. All times in ms, those without a word are event times. */
export interface Claim {
  readonly source: string
  /** How many sources there are in all. */
  readonly sources: number
  /** Nothing older is expected from the source. */
  readonly watermark: number
  /** The oldest line that came with it and is still to be judged; Infinity when there is none. */
  readonly oldest: number
  /** Wall time at which the source was read; undefined where nobody waits, so that nobody runs ahead either. */
  readonly readAt: number | undefined
}

export interface MergedWatermark {
  advance(claim: Claim): void
  /** The lowest of all sources, each this much `ahead` of what it said; -Infinity until each has spoken. */
  value(ahead?: number): number
  keep(): KeptWatermark
  recall(kept: KeptWatermark): void
}

export interface KeptWatermark {
  readonly sources: Map<string, Source>
  readonly expected: number
}

interface Waiting {
  watermark: number
  oldest: number
  /** Wall time that every source has to reach first. */
  until: number
}

interface Source {
  watermark: number
  readAt: number
  readonly waiting: Waiting[]
}

export function mergedWatermark(): MergedWatermark {
  let sources = new Map<string, Source>()
  let expected = 1

  function settle(source: Source, lookedAt: number, ahead: number): number {
    const { waiting } = source
    let settled = 0
    while (settled < waiting.length && waiting[settled].until <= lookedAt)
      source.watermark = waiting[settled++].watermark
    waiting.splice(0, settled)
    return waiting.reduce((least, { oldest }) => Math.min(least, oldest), source.watermark + ahead)
  }

  return {
    advance({ source: name, sources: all, watermark, oldest, readAt = Number.POSITIVE_INFINITY }) {
      expected = all
      const source = sources.get(name) ?? { watermark: Number.NEGATIVE_INFINITY, readAt, waiting: [] }
      sources.set(name, source)
      source.readAt = readAt
      const isOld = Number.isFinite(readAt) && readAt - oldest > OLD_MS
      const until = isOld ? readAt + SETTLE_MS : Number.NEGATIVE_INFINITY
      if (source.waiting.length < MAX_WAITING) return void source.waiting.push({ watermark, oldest, until })
      const last = source.waiting[MAX_WAITING - 1]
      Object.assign(last, { watermark, oldest: Math.min(last.oldest, oldest), until: Math.max(last.until, until) })
    },
    value(ahead = 0) {
      if (sources.size < expected) return Number.NEGATIVE_INFINITY
      const lookedAt = Math.min(...[...sources.values()].map(({ readAt }) => readAt))
      return Math.min(...[...sources.values()].map((source) => settle(source, lookedAt, ahead)))
    },
    keep: () => ({ sources, expected }),
    recall: (kept) => ({ sources, expected } = kept),
  }
}
