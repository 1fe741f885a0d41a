/** Counts of the newest windows, a minute of them, by their place in the minute. */
import { MINUTE_MS, WINDOW_MS } from '../aggregate/window.ts'

export const WINDOWS = MINUTE_MS / WINDOW_MS

export class LastWindows {
  readonly #counts = new Float32Array(WINDOWS)
  /** Number of the newest window; -1 when nothing before it is known. */
  #newest = -1

  get isEmpty(): boolean {
    return this.#newest === -1
  }

  /** So many windows of the newest one's minute are over. */
  get withinMinute(): number {
    return (this.#newest % WINDOWS) + 1
  }

  /** Windows that are left out held nothing. */
  enter(start: number): void {
    const window = Math.floor(start / WINDOW_MS)
    for (let i = Math.max(this.#newest + 1, window - WINDOWS + 1); i <= window; i++) this.#counts[i % WINDOWS] = 0
    if (window > this.#newest) this.#newest = window
  }

  /** Of the newest window. */
  put(count: number): void {
    this.#counts[this.#newest % WINDOWS] = count
  }

  /** Over so many of the newest. */
  sum(windows: number): number {
    let sum = 0
    for (let i = 0; i < windows; i++) sum += this.#counts[(this.#newest - i + WINDOWS) % WINDOWS]
    return sum
  }

  /** Over so many from that place of the minute on. */
  sumFrom(place: number, windows: number): number {
    let sum = 0
    for (let i = place; i < place + windows; i++) sum += this.#counts[i]
    return sum
  }

  /** How many of the newest held nothing, up to so many. */
  silent(windows: number): number {
    let silent = 0
    while (silent < windows && this.#counts[(this.#newest - silent + WINDOWS) % WINDOWS] === 0) silent++
    return silent
  }

  /** Nothing is known of what is before the end of the minute that begins at `start`, or at all. */
  forget(start?: number): void {
    this.#counts.fill(0)
    this.#newest = start === undefined ? -1 : Math.floor(start / WINDOW_MS) + WINDOWS - 1
  }
}
