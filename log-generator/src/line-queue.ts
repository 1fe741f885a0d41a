import type { GeneratedLine } from './generator.ts'

/** Lines written ahead of their time, earliest first; lines of one moment leave in the order they came. A binary heap. */
export interface LineQueue {
  push(line: GeneratedLine): void
  /** Time of the earliest line; Infinity when empty. */
  earliest(): number
  /** Only while `earliest` is finite. */
  shift(): GeneratedLine
}

interface Entry {
  readonly line: GeneratedLine
  readonly turn: number
}

export function createLineQueue(): LineQueue {
  const heap: Entry[] = []
  let turn = 0
  return {
    push(line) {
      rise(heap, { line, turn: turn++ })
    },
    earliest: () => (heap.length === 0 ? Number.POSITIVE_INFINITY : heap[0].line.time),
    shift() {
      const first = heap[0]
      const last = heap.pop()
      if (last !== undefined && heap.length > 0) sink(heap, last)
      return first.line
    },
  }
}

const before = (a: Entry, b: Entry) => a.line.time < b.line.time || (a.line.time === b.line.time && a.turn < b.turn)

/** Adds an entry at the end and moves it up to its place. */
function rise(heap: Entry[], entry: Entry): void {
  let at = heap.length
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!before(entry, heap[parent])) break
    heap[at] = heap[parent]
    at = parent
  }
  heap[at] = entry
}

/** Puts an entry at the top, whose own has left, and moves it down to its place. */
function sink(heap: Entry[], entry: Entry): void {
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++
    if (!before(heap[child], entry)) break
    heap[at] = heap[child]
    at = child
  }
  heap[at] = entry
}
