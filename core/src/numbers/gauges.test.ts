import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gaugesIn, MOST_GAUGES } from './gauges.ts'

const told = (line: string) => gaugesIn(line).map(({ name, value }) => `${name}=${value}`)

for (const [line, ...gauges] of [
  ['level=info msg=stats queue_depth=12 load=0.71', 'queue_depth=12', 'load=0.71'],
  ['{"msg":"stats","heapUsed":52428800,"open-fds": 91}', 'heapUsed=52428800', 'open-fds=91'],
  ['mem=512MB disk="87%" temp: -3.5', 'mem=512', 'disk=87', 'temp=-3.5'],
  ['worker pool at 7, queue depth 120 and cpu is 71 %', 'worker pool=7', 'queue depth=120', 'cpu=71'],
])
  test(`quantities are read from: ${line}`, () => assert.deepEqual(told(line), gauges))

for (const line of [
  'GET /queue/12 200 in 31 ms',
  'order=17 user_id=9 port=443 pid=812 latency_ms=12',
  'queue_id=12 memory_limit=512 load_time=12 pool.timeout=30',
  'connections from 192.0.2.7:443 at 12:30:00',
  'free: 12:30:00',
  'cpu=1.2.3 heap=0x12ab',
])
  test(`nothing is a quantity in: ${line}`, () => assert.deepEqual(told(line), []))

test('a line that is a table of numbers gives the first few, and a hostile one takes no time', () => {
  const table = Array.from({ length: 50 }, (_, i) => `pool${i}.used=${i}`).join(' ')
  assert.equal(gaugesIn(table).length, MOST_GAUGES)
  for (const part of ['a', 'queue ', 'queue=', '"', 'cpu is at now of ', '-1', 'load 1'])
    assert.ok(gaugesIn(part.repeat(100_000)).length <= MOST_GAUGES)
})
