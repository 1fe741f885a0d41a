/** The real command as a process of its own, without the settings of whoever runs the tests. */
import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { constants } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

export const main = join(import.meta.dirname, '../errorsense/src/main.ts')

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Text for standard input; without it there is none. */
  readonly input?: string
  readonly user?: number
}

export interface Ended {
  /** 128 + number when a signal ended it, as shells say it. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly peakMegabytes: number
}

const REPORT_PEAK = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))",
)}`

export async function command(args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  const { stdout, stderr, peak, process, exit } = begin(['--import', REPORT_PEAK, main, ...args], options)
  process.stdin?.end(options.input)
  const [out, err, kilobytes, code] = await Promise.all([text(stdout), text(stderr), text(peak), exit])
  return { code, stdout: out, stderr: err, peakMegabytes: Number(kilobytes) / 1024 }
}

export interface RunningCommand {
  readonly pid: number
  /** All it has printed so far, on both streams. */
  printed(): string
  /** Resolves once it has printed this; when it ends before or is too late, rejects and kills it. */
  until(wanted: RegExp, timeoutMs?: number): Promise<void>
  /** Sends a signal and waits for the end; resolves to the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number>
}

/** A command that runs until it is stopped. */
export function startCommand(args: readonly string[], options: CommandOptions = {}): RunningCommand {
  const { stdout, stderr, process: child, exit } = begin([main, ...args], options)
  const news = new EventEmitter()
  let output = ''
  let ended = false
  for (const stream of [stdout, stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      output += part
      news.emit('news')
    })
  }
  child.on('close', () => {
    ended = true
    news.emit('news')
  })
  return {
    pid: child.pid ?? 0,
    printed: () => output,
    async until(wanted, timeoutMs = 30_000) {
      const late = AbortSignal.timeout(timeoutMs)
      while (!wanted.test(output)) {
        if (ended || late.aborted) {
          child.kill('SIGKILL')
          throw new Error(`${ended ? 'ended' : 'waited'} without ${wanted}:\n${output}`)
        }
        await once(news, 'news', { signal: late }).catch(() => undefined)
      }
    },
    async stop(signal = 'SIGINT') {
      child.kill(signal)
      return exit
    },
  }
}

function begin(args: readonly string[], { env = {}, cwd, input, user }: CommandOptions) {
  const child = spawn(process.execPath, args, {
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env },
    ...(cwd !== undefined && { cwd }),
    ...(user !== undefined && { uid: user, gid: user }),
  })
  const [, stdout, stderr, peak] = child.stdio as Readable[]
  return { process: child, stdout, stderr, peak, exit: exitOf(child) }
}

async function exitOf(child: ChildProcess): Promise<number> {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal])
}
