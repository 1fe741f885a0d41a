/**
 * Numbers a line tells under a name that means a quantity of something: `queue_depth=12`, `"heapUsed": 5e7`, `cpu at 71 %`.
 * Names are judged by their words, in whatever way they are joined; what is counted, timed or numbered elsewhere (ids,
 * ports, latencies, sizes of one request) is no state of anything and is left out.
 */

export interface Gauge {
  readonly name: string
  readonly value: number
}

/** Of one line; more are a table and nobody's state. */
export const MOST_GAUGES = 8
/** Of a line so much is read: characters. */
export const READ_LENGTH = 2_000

const QUANTITIES = new Set(
  'queue queued depth backlog pending waiting inflight lag load loadavg cpu memory mem heap rss swap disk inodes usage used free available utilization util utilisation occupancy temperature temp fan rpm voltage volts watts power battery humidity pressure connections conns threads goroutines coroutines workers clients subscribers consumers sessions pool idle active open fds handles percent pct ratio hitrate buffered buffers throughput qps rps tps bandwidth replicas pods nodes'.split(
    ' ',
  ),
)
/** Beside a quantity these say that it is something else. */
const OTHERS = new Set(
  'id ids pid port ms sec secs seconds minutes time timeout duration elapsed latency took age ttl version v code status line offset seq index max limit min capacity retry retries attempt'.split(
    ' ',
  ),
)

const NUMBER = String.raw`(-?\d{1,15}(?:\.\d{1,9})?)`
const END = String.raw`(?: ?%| ?[A-Za-z]{1,4})?(?=["',;)\]}\s]|$)`
/** A name that begins within a longer one begins too late: to try it at each letter is most of the cost. */
const KEYED = new RegExp(String.raw`(?<![A-Za-z_])([A-Za-z_][\w.-]{0,63})["']?\s?[=:]\s?["']?${NUMBER}${END}`, 'g')
const SPOKEN = new RegExp(
  String.raw`\b([A-Za-z]{2,20}(?: (?!(?:is|at|now|of) )[A-Za-z]{2,20})?) (?:(?:is|at|now|of) )?${NUMBER}${END}`,
  'g',
)

/** Most lines hold none of the words, and searching them for names and numbers costs more than finding that out. */
const MAY_TELL = new RegExp([...QUANTITIES].join('|'), 'i')

export function gaugesIn(text: string): Gauge[] {
  const line = text.slice(0, READ_LENGTH)
  if (!MAY_TELL.test(line)) return []
  const gauges = new Map<string, number>()
  for (const pattern of [KEYED, SPOKEN])
    for (const [, name, value] of line.matchAll(pattern)) {
      const isNew = gauges.size < MOST_GAUGES && !gauges.has(name)
      if (isNew && isQuantity(name)) gauges.set(name, Number(value))
    }
  return [...gauges].map(([name, value]) => ({ name, value }))
}

function isQuantity(name: string): boolean {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return words.some((word) => QUANTITIES.has(word)) && !words.some((word) => OTHERS.has(word))
}
