/**
 * Lines for a system under test, every one with a number of its own, sent to collectors over HTTP at a fixed rate. What
 * was acknowledged is remembered: that, and nothing else, has been promised to be kept. Lines that were not are never
 * sent again, so no number can rightly be stored twice.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dice } from '@errorsense/log-generator/dice.ts'

export interface TrafficOptions {
  readonly collectors: readonly string[]
  /** Lines per second. */
  readonly rate: number
  /** How often somebody tries passwords from a new address, ms. */
  readonly attackEveryMs: number
  readonly dice: Dice
}

export interface Traffic {
  /** Ends the stream, and waits for what is under way. */
  stop(): Promise<void>
  /** Tries passwords from a new address until every line of it is acknowledged; gives the address. */
  attack(signal: AbortSignal): Promise<string>
  /** Of all numbers: those sent are below `sent`. */
  readonly sent: number
  readonly acknowledged: number
  /** Lines that were not sent because too much was under way. */
  readonly heldBack: number
  /** How often posts were refused, by status. */
  readonly refusals: ReadonlyMap<number, number>
  isAcknowledged(number: number): boolean
  /** Addresses whose tries were all acknowledged. */
  readonly attackers: readonly string[]
}

interface Post {
  readonly first: number
  readonly count: number
  acknowledged: boolean
}

/** Where the number stands in a line, as a regular expression of ClickHouse. */
export const NUMBER_PATTERN = '(?:n=|sshd\\\\[)([0-9]+)'

const SERVICES = ['checkout', 'payments', 'search', 'catalogue', 'mail', 'accounts']
const SOURCES_PER_SERVICE = 2
const TICK_MS = 50
const POSTS_UNDER_WAY = 64
const TIMEOUT_MS = 15_000
const TRIES = 12
const AGAIN_MS = 500

export function traffic({ collectors, rate, attackEveryMs, dice }: TrafficOptions): Traffic {
  const posts: Post[] = []
  const attackers: string[] = []
  const refusals = new Map<number, number>()
  const underWay = new Set<Promise<unknown>>()
  const stopping = new AbortController()
  let next = 1
  let acknowledged = 0
  let heldBack = 0
  let attacks = 0

  async function send(names: string, lines: readonly string[], first: number): Promise<boolean> {
    const post: Post = { first, count: lines.length, acknowledged: false }
    posts.push(post)
    try {
      const answer = await fetch(`${dice.pick(collectors)}/ingest?${names}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: lines.join('\n'),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      await answer.text()
      post.acknowledged = answer.status === 204
      if (!post.acknowledged) refusals.set(answer.status, (refusals.get(answer.status) ?? 0) + 1)
    } catch {
      // Nobody has promised anything.
    }
    if (post.acknowledged) acknowledged += post.count
    return post.acknowledged
  }

  function take(count: number): number {
    const first = next
    next += count
    return first
  }

  function sendBusiness(count: number): void {
    const service = dice.pick(SERVICES)
    const source = `${service}-${dice.between(1, SOURCES_PER_SERVICE)}`
    const first = take(count)
    const lines = Array.from({ length: count }, (_, i) => businessLine(first + i, dice))
    const sending = send(`service=${service}&source=${source}`, lines, first)
    underWay.add(sending)
    void sending.finally(() => underWay.delete(sending))
  }

  async function flow(): Promise<void> {
    const began = performance.now()
    let due = 0
    while (!stopping.signal.aborted) {
      const count = Math.floor((rate * (performance.now() - began)) / 1000) - due
      due += count
      if (count > 0 && underWay.size < POSTS_UNDER_WAY) sendBusiness(count)
      else heldBack += count
      await sleep(TICK_MS)
    }
  }

  async function attack(signal: AbortSignal): Promise<string> {
    const number = attacks++
    const address = `45.83.${Math.floor(number / 250)}.${(number % 250) + 1}`
    for (;;) {
      const first = take(TRIES)
      const lines = Array.from({ length: TRIES }, (_, i) => attackLine(first + i, address, `user${number}`))
      if (await send('source=bastion', lines, first)) break
      await sleep(AGAIN_MS, undefined, { signal })
    }
    attackers.push(address)
    return address
  }

  async function attackNowAndThen(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sleep(attackEveryMs, undefined, { signal: stopping.signal })
      await attack(stopping.signal)
    }
  }

  const running = Promise.allSettled([flow(), attackNowAndThen()])
  return {
    async stop() {
      stopping.abort()
      await running
      await Promise.all(underWay)
    },
    attack,
    get sent() {
      return next
    },
    get acknowledged() {
      return acknowledged
    },
    get heldBack() {
      return heldBack
    },
    isAcknowledged(number) {
      return find(posts, number)?.acknowledged ?? false
    },
    attackers,
    refusals,
  }
}

/** Posts are in order of their numbers. */
function find(posts: readonly Post[], number: number): Post | undefined {
  let low = 0
  let high = posts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (posts[middle].first + posts[middle].count <= number) low = middle + 1
    else high = middle
  }
  return posts[low]
}

function businessLine(number: number, dice: Dice): string {
  const time = new Date().toISOString()
  if (dice.chance(0.01)) return `${time} ERROR payment provider timed out, giving up n=${number}`
  const took = Math.round(dice.lognormal(20, 0.5))
  if (dice.chance(0.5)) return `${time} INFO GET /cart answered 200 in ${took} ms n=${number}`
  return `${time} INFO order stored in ${took} ms n=${number}`
}

/** An account of its own each: many addresses at one would be one cause. */
function attackLine(number: number, address: string, account: string): string {
  const time = new Date().toISOString()
  const port = 1024 + (number % 60_000)
  return `${time} bastion sshd[${number}]: Failed password for ${account} from ${address} port ${port} ssh2`
}
