/** Processes that are started again whenever they end, as whoever runs them in production does. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

export interface KeptProcess {
  readonly name: string
  /** Of the one that runs now; 0 while none does. */
  readonly pid: number
  /** Has it end by this signal and leaves it down for a while; resolves when the next one was started. */
  end(signal: 'SIGKILL' | 'SIGTERM', downMs: number): Promise<void>
  /** Holds it where it is: alive for the machine, dead for everybody who waits for it. */
  freeze(ms: number): Promise<void>
  /** Ends it for good. */
  stop(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

export interface KeptProcessOptions {
  readonly name: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Takes what it prints. */
  readonly logFile: string
  /** Hears of every end that nobody asked for, and of ends that went wrong. */
  readonly onTrouble: (what: string) => void
}

/** Far longer than a role waits at its end: a busy machine may take half a minute to let one hear its signal. */
const STOP_MS = 60_000
/** So long a role waits for a bus or a store that is away, and then leaves with a word. */
const PATIENCE_MS = 10_000
/** Before one that ended by itself is started again. */
const REST_MS = 1000

/** Of whoever was told to end: it did, or it had been ending already and left at once. */
const CLEAN: ReadonlySet<number> = new Set([0, 128 + constants.signals.SIGTERM])

const children = new Set<ChildProcess>()
/** Whatever ends us, an error of ours included, ends them: nobody else would. */
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

export function keptProcess({ name, args, env, logFile, onTrouble }: KeptProcessOptions): KeptProcess {
  let child: ChildProcess | undefined
  let wanted = true

  function start(): void {
    if (!wanted) return
    const log = openSync(logFile, 'a')
    const started = spawn(process.execPath, args, {
      stdio: ['ignore', log, log],
      env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env },
    })
    closeSync(log)
    child = started
    children.add(started)
    started.once('exit', (code, signal) => {
      children.delete(started)
      if (child !== started) return
      child = undefined
      onTrouble(`${name} ended by itself with ${code ?? signal}`)
      void sleep(REST_MS).then(start)
    })
  }

  /** Takes the running one out of our care and ends it. */
  async function endOne(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ending = child
    child = undefined
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return
    const exited = once(ending, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
    ending.kill(signal)
    const began = performance.now()
    const late = setTimeout(() => ending.kill('SIGKILL'), STOP_MS)
    const [code, by] = await exited
    clearTimeout(late)
    if (signal === 'SIGTERM' && by === 'SIGKILL') onTrouble(`${name} did not stop within ${STOP_MS / 1000} s`)
    const waited = performance.now() - began >= PATIENCE_MS
    if (signal === 'SIGTERM' && code !== null && !CLEAN.has(code) && !waited)
      onTrouble(`${name} stopped with code ${code}`)
  }

  start()
  return {
    name,
    get pid() {
      return child?.pid ?? 0
    },
    async end(signal, downMs) {
      await endOne(signal)
      await sleep(downMs)
      if (child === undefined) start()
    },
    async freeze(ms) {
      const frozen = child
      frozen?.kill('SIGSTOP')
      await sleep(ms)
      frozen?.kill('SIGCONT')
    },
    async stop(signal = 'SIGTERM') {
      wanted = false
      await endOne(signal)
    },
  }
}
