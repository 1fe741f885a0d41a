/**
 * A service says the same kinds of lines in other proportions, though none of them is loud enough for an alarm of its
 * own. The mix of every quarter of an hour is compared with the usual one; how far apart they normally are is learnt
 * from the service itself, by the worst of each of the last days. Distance: Jensen and Shannon's divergence, 0..1.
 */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { ClosedWindow, Detector, Finding, SeriesWindow, Template } from '../finding.ts'
import { memory } from '../memory.ts'

const BLOCK_MS = 15 * MINUTE_MS
const BLOCKS_A_DAY = (24 * 60 * MINUTE_MS) / BLOCK_MS
const DAYS = 7
/** Blocks that teach before anything is told: two days, so that a day has come twice. */
const LEARN_BLOCKS = 2 * BLOCKS_A_DAY
/** So few lines are no mix. */
const LINES = 200
/** Further than the worst day by this much, and this far at least. */
const BEYOND = 1.5
const FAR = 0.1
/** A shift lasts: so many blocks in a row. */
const LASTS = 2
const MEMORY = 1 / 32
const MAX_SERVICES = 5_000
const MAX_TEMPLATES = 500

interface Part {
  readonly template: Template
  count: number
}

interface Mix {
  /** Lines of the current block by template, and usual shares. */
  readonly now: Map<string, Part>
  readonly usual: Map<string, number>
  lines: number
  block: number
  blocks: number
  /** The furthest a block was, by day. */
  readonly worst: Float32Array
  apart: number
  since: number
  sample: string
}

export function mixShift(): Detector {
  let mixes = new Map<string, Mix>()

  function mixOf(service: string, block: number): Mix {
    let mix = mixes.get(service)
    if (!mix) {
      const worst = new Float32Array(DAYS)
      mix = { now: new Map(), usual: new Map(), lines: 0, block, blocks: 0, worst, apart: 0, since: 0, sample: '' }
      mixes.set(service, mix)
      if (mixes.size > MAX_SERVICES) mixes.delete(mixes.keys().next().value ?? '')
    }
    return mix
  }

  function count(series: SeriesWindow, block: number): void {
    if (!series.template || series.lines === 0) return
    const mix = mixOf(series.service, block)
    mix.lines += series.lines
    mix.sample = series.sample
    const part = mix.now.get(series.template.id)
    if (part) part.count += series.lines
    else if (mix.now.size < MAX_TEMPLATES)
      mix.now.set(series.template.id, { template: series.template, count: series.lines })
  }

  function close(service: string, mix: Mix, window: ClosedWindow): Finding[] {
    if (mix.lines < LINES) {
      clear(mix)
      return []
    }
    const distance = divergence(mix)
    const limit = Math.max(FAR, BEYOND * Math.max(...mix.worst))
    const isFar = mix.blocks >= LEARN_BLOCKS && distance > limit
    mix.apart = isFar ? mix.apart + 1 : 0
    if (mix.apart === 1) mix.since = window.end - BLOCK_MS
    const found = mix.apart === LASTS ? [finding(service, mix, distance, limit, window)] : []
    learn(mix, distance, isFar)
    clear(mix)
    return found
  }

  return {
    name: 'mix-shift',
    judge(window) {
      const block = Math.floor(window.start / BLOCK_MS)
      for (const series of window.templates) count(series, block)
      if (window.end % BLOCK_MS !== 0) return []
      return [...mixes].flatMap(([service, mix]) => close(service, mix, window))
    },
    memories: [memory('mix-shift', 1, { keep: () => mixes, recall: (kept) => void (mixes = kept) })],
  }
}

/** What is told as a shift is the new mix after a while, but no measure of how far apart is normal. */
function learn(mix: Mix, distance: number, isFar: boolean): void {
  const day = Math.floor(mix.blocks / BLOCKS_A_DAY) % DAYS
  if (mix.blocks % BLOCKS_A_DAY === 0) mix.worst[day] = 0
  if (!isFar && mix.blocks > BLOCKS_A_DAY / 4) mix.worst[day] = Math.max(mix.worst[day], distance)
  mix.blocks++
  const rate = Math.max(MEMORY, 1 / mix.blocks)
  for (const [id, share] of mix.usual) mix.usual.set(id, (1 - rate) * share)
  for (const [id, { count }] of mix.now) mix.usual.set(id, (mix.usual.get(id) ?? 0) + (rate * count) / mix.lines)
  if (mix.usual.size <= 2 * MAX_TEMPLATES) return
  for (const [id, share] of mix.usual) if (share < 1e-6) mix.usual.delete(id)
}

function clear(mix: Mix): void {
  mix.now.clear()
  mix.lines = 0
}

function divergence({ now, usual, lines }: Mix): number {
  const shares = new Map([...now].map(([id, { count }]) => [id, count / lines]))
  let sum = 0
  for (const id of new Set([...shares.keys(), ...usual.keys()])) {
    const [p, q] = [shares.get(id) ?? 0, usual.get(id) ?? 0]
    const middle = (p + q) / 2
    sum += half(p, middle) + half(q, middle)
  }
  return Math.max(0, sum)
}

function half(share: number, middle: number): number {
  return share > 0 ? (share / 2) * Math.log2(share / middle) : 0
}

function finding(service: string, mix: Mix, distance: number, limit: number, window: ClosedWindow): Finding {
  const moved = [...mix.now.values()]
    .map(({ template, count }) => ({ template, count, change: count / mix.lines - (mix.usual.get(template.id) ?? 0) }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.template.id < b.template.id ? -1 : 1))
  const [most] = moved
  const usual = mix.usual.get(most.template.id) ?? 0
  return {
    detector: 'mix-shift',
    kind: 'mix_shift',
    at: window.end,
    start: mix.since,
    service,
    entities: {},
    seen: (100 * most.count) / mix.lines,
    usual: 100 * usual,
    low: 0,
    high: 0,
    unit: '% of all lines',
    score: distance / (distance + limit),
    samples: [mix.sample],
    templates: moved.slice(0, 10).map(({ template, count }) => ({ template, count })),
    lines: mix.lines,
  }
}
