/** One count of what would have been told, at a time: it takes minutes, and who asks meanwhile sees how far it is. */
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '@errorsense/core/ports/clock.ts'
import type { Preview } from '@errorsense/core/wire/detectors.ts'
import type { Detecting } from './context.ts'

const DAY_MS = 24 * 60 * 60_000

export interface PreviewJob {
  state(): Preview
  /** Begins, unless one is under way; gives the state after that. */
  start(days: number): Preview
  stop(): Promise<void>
}

export function previewJob({ preview }: Detecting, clock: Clock, logger: Pick<FastifyBaseLogger, 'warn'>): PreviewJob {
  const stopping = new AbortController()
  let state: Preview = { state: 'none' }
  let running = Promise.resolve()

  async function run(days: number): Promise<void> {
    const range = { from: clock() - days * DAY_MS, to: clock() }
    const onProgress = (done: number) => {
      state = { state: 'running', done }
    }
    try {
      const { from, steps } = await preview(range, { onProgress, signal: stopping.signal })
      state = { state: 'done', from: iso(from), to: iso(range.to), steps }
    } catch (err) {
      if (!stopping.signal.aborted) logger.warn({ err }, 'what would have been told could not be counted')
      state = { state: 'failed' }
    }
  }

  return {
    state: () => state,
    start(days) {
      if (state.state === 'running') return state
      state = { state: 'running', done: 0 }
      running = run(days)
      return state
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
