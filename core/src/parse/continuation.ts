/**
 * Lines that belong to the record before them: indented lines, and the unindented lines of stack traces and crash
 * reports as runtimes print them.
 *
 * Where a chunk begins there is no record before; what was cut off from its record there is one of its own
 * (`continued.ts`).
 */
export type Trace = 'none' | 'python' | 'go'

const BEGINS =
  /^(?:at [\w$.<]|Caused by: |Suppressed: |\.\.\. \d+ (?:more|common frames)|Traceback \(most recent call last\)|During handling of the above exception|The above exception was the direct cause|goroutine \d+ \[|\[signal |created by |exit status \d|#\d+ \S|\{main\}|stack backtrace:|note: run with `|--- End of |Stack ?trace:|Node\.js v\d|\S{1,300}:\d{1,7}:in [`'][^']{1,200}'$|[\]})]+[,;]?$|[\^~]+$)/
const GO_FRAME = /^[\w./*()[\]-]+\(.*\)$/
const EXCEPTION = /^(?:[\w$]+\.)*[A-Z][\w$]*(?:Exception|Error|Exit|Interrupt|Warning|Throwable)\b(?::|$| )/
/** `ValueError: no such thing`, whatever the name. */
const LAST_OF_PYTHON = /^[A-Za-z_][\w.]*(?:: |:?$)/

export interface Continuation {
  /**
   * Whether the line belongs to the record before it, of which there must be one. Exceptions belong to a record that
   * warns of something; behind one where all was well (`isQuiet`) they are records themselves.
   */
  continues(line: string, startsIndented: boolean, isQuiet?: boolean): boolean
  /** A trace is under way whose lines may look like anything. */
  readonly isOpen: boolean
  /** A new record began. */
  reset(): void
}

export function continuation(): Continuation {
  let trace: Trace = 'none'
  return {
    continues(line, startsIndented, isQuiet = false) {
      const first = line.charCodeAt(0)
      if (line.length === 0) return true
      if (first === 32 || first === 9) return !startsIndented
      if (first > 126 || !BEGINS.test(line)) return endsTrace(line, isQuiet)
      if (line.startsWith('goroutine')) trace = 'go'
      if (!line.startsWith('Traceback')) return true
      if (isQuiet && trace === 'none') return false
      trace = 'python'
      return true
    },
    get isOpen() {
      return trace !== 'none'
    },
    reset() {
      trace = 'none'
    },
  }

  /** The exception after a Python traceback closes it; frames of Go go on until something else comes. */
  function endsTrace(line: string, isQuiet: boolean): boolean {
    if (trace === 'go') return GO_FRAME.test(line)
    if (trace === 'none') return !isQuiet && EXCEPTION.test(line)
    trace = 'none'
    return LAST_OF_PYTHON.test(line)
  }
}
