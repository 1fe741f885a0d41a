/**
 * What the readers of a line looked at, for those who keep what came of it (`formats/header-plans.ts`): all of one line at a
 * time. A reader that looks at a byte of a header says so here.
 */
import type { ByteTimeForm } from './formats/time.ts'

const MOST_TIMES = 2
const MOST_TELLING = 8
/** A time that was not found was looked for no further than this. */
const LONGEST_TIME = 48
/** So far behind a time it is looked whether more of it follows. */
const BEHIND_TIME = 8

class Reach {
  /** Offset behind the last byte that was looked at. */
  end = 0
  /** More was looked at than is told here. */
  isOdd = false
  /** Times that were found; their forms and spans. */
  times = 0
  readonly forms: ByteTimeForm[] = []
  readonly timeStarts = new Int32Array(MOST_TIMES)
  readonly timeEnds = new Int32Array(MOST_TIMES)
  /** Where it was looked with more in mind than that a digit is one. */
  telling = 0
  readonly tellingStarts = new Int32Array(MOST_TELLING)
  readonly tellingEnds = new Int32Array(MOST_TELLING)

  forget(): void {
    this.end = this.times = this.telling = 0
    this.isOdd = false
  }

  see(end: number): void {
    if (end > this.end) this.end = end
  }

  tell(start: number, end: number): void {
    this.see(end)
    if (this.telling === MOST_TELLING) this.isOdd = true
    else {
      this.tellingStarts[this.telling] = start
      this.tellingEnds[this.telling++] = end
    }
  }

  findTime(form: ByteTimeForm, start: number, end: number): void {
    this.see(end + BEHIND_TIME)
    if (this.times === MOST_TIMES) this.isOdd = true
    else {
      this.forms[this.times] = form
      this.timeStarts[this.times] = start
      this.timeEnds[this.times++] = end
    }
  }

  missTime(start: number): void {
    this.see(start + LONGEST_TIME)
  }
}

export const reach = new Reach()
