import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CountObservation } from '../wire/observations.ts'
import { seriesBook, type SeriesBook } from './series.ts'
import { MINUTE_MS, WINDOW_MS } from './window.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const MINUTES = 40 * 60
const templateOf = (shape: string) => ({ id: shape, text: shape, component: '' })

/** Some write every minute, some for an hour and then not for longer than a template is remembered, some now and then. */
function* history(seed: number) {
  const random = randomOf(seed)
  for (let minute = 0; minute < MINUTES; minute++) {
    const window = START + minute * MINUTE_MS
    const counts: CountObservation[] = []
    const write = (service: string, shape: string, most: number): void => {
      const latency = random() < 0.5 ? [Math.floor(50 + 20 * random()), 1] : undefined
      const lines = 1 + Math.floor(most * random())
      const errors = random() < 0.1 ? 1 : 0
      counts.push({ window, service, shape, lines, errors, sample: '', ...(latency && { latency }) })
    }
    if (minute % 500 === 499) continue
    write('shop', 'always', 20)
    if (minute < 60 || minute > 36 * 60) write('shop', 'away', 5)
    if (minute % 60 === 7) write('jobs', 'hourly', 200)
    for (const shape of ['a', 'b', 'c']) if (random() < 0.02) write('mail', shape, 50)
    yield counts
  }
}

function randomOf(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff
}

function taught(seed: number, after: (book: SeriesBook) => void, most?: number): SeriesBook {
  const book = seriesBook(templateOf, most)
  for (const minute of history(seed)) {
    book.teach(minute[0].window, minute)
    after(book)
  }
  return book
}

function* judgements(book: SeriesBook) {
  for (let i = 0; i < 60; i++) {
    const start = START + MINUTES * MINUTE_MS + i * WINDOW_MS
    const lines = i > 30 ? 300 : 2
    const count = { lines, errors: i > 40 ? lines : 0, latency: new Map([[90, lines]]), sample: 'x' }
    const shapes = new Map(['always', 'a', 'new'].map((shape) => [shape, count]))
    yield book.judge({
      start,
      counts: new Map([['shop', shapes], ...(i % 2 === 0 ? [['mail', shapes] as const] : [])]),
    })
  }
  yield book.size()
}

for (const seed of [1, 2, 3]) {
  test(`silent minutes that are taught later teach the same (seed ${seed})`, () => {
    const atOnce = [...judgements(taught(seed, (book) => [...book.settle()]))]
    assert.deepEqual([...judgements(taught(seed, () => {}))], atOnce)
    // In the middle of it.
    assert.deepEqual([...judgements(taught(seed, (book) => book.settle().next()))], atOnce)
  })

  test(`also where there is no room for all series (seed ${seed})`, () => {
    const atOnce = [...judgements(taught(seed, (book) => [...book.settle()], 5))]
    assert.deepEqual([...judgements(taught(seed, () => {}, 5))], atOnce)
  })
}
