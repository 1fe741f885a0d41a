import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS } from '../aggregate/window.ts'
import { Jobs } from './jobs.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const DAY = 24 * 60
const at = (minute: number) => START + minute * MINUTE_MS

/** Teaches minutes [0, minutes) with a job of 100 lines where `isDue`. */
function taught(minutes: number, isDue: (minute: number) => boolean): Jobs {
  const jobs = new Jobs()
  for (let minute = 0; minute < minutes; minute++) jobs.learn(at(minute), isDue(minute) ? 100 : 0)
  return jobs
}

test('a job that came at the same minute of two hours is allowed for in the third, a minute early or late as well', () => {
  const jobs = taught(170, (minute) => minute % 60 === 50)
  for (const minute of [169, 170, 171]) assert.ok(jobs.allowance(at(minute)) >= 100, String(minute))
  assert.equal(jobs.allowance(at(150)), 0)
})

test('what came once is no job', () => {
  assert.equal(taught(110, (minute) => minute === 50).allowance(at(110)), 0)
})

test('a job that came is not allowed for again within its minutes', () => {
  const jobs = taught(231, (minute) => minute % 60 === 50)
  assert.equal(jobs.allowance(at(231)), 0)
})

test('a job that comes no more is forgotten', () => {
  const jobs = taught(40 * 60, (minute) => minute % 60 === 50 && minute < 5 * 60)
  assert.equal(jobs.allowance(at(40 * 60 + 50)), 0)
})

test('a nightly job is known by its third night, though it starts a minute later every day', () => {
  const isDue = (minute: number) => minute % DAY === 3 * 60 + Math.floor(minute / DAY)
  const jobs = taught(2 * DAY + 60, isDue)
  assert.ok(jobs.allowance(at(2 * DAY + 3 * 60 + 2)) >= 100)
  assert.equal(jobs.allowance(at(2 * DAY + 4 * 60)), 0)
})
