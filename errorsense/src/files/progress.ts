/** A bar on standard error, on a terminal only: pipes and logs stay clean. */
import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** `done` of what was announced as total. */
  update(done: number, note: string): void
  stop(): void
}

export function progress(total: number, what: string): Progress {
  if (!process.stderr.isTTY || total <= 0) return { update: () => undefined, stop: () => undefined }
  const format = `${what} {bar} {percentage}% {note} ETA {eta_formatted}`
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(total, 0, { note: '' })
  return {
    update: (done, note) => bar.update(Math.min(done, total), { note }),
    stop: () => bar.stop(),
  }
}
