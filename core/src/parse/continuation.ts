/**
 * Lines that belong to the record before them: indented lines, and the unindented lines of stack traces and crash
 * reports as runtimes print them.
 */
export type Trace = 'none' | 'python' | 'go'

const BEGINS =
  /^(?:at [\w$.<]|Caused by: |Suppressed: |\.\.\. \d+ (?:more|common frames)|Traceback \(most recent call last\)|During handling of the above exception|The above exception was the direct cause|goroutine \d+ \[|\[signal |created by |exit status \d|#\d+ \S|\{main\}|stack backtrace:|--- End of |Stack ?trace:)/
const GO_FRAME = /^[\w./*()[\]-]+\(.*\)$/
const EXCEPTION = /^(?:[\w$]+\.)*[A-Z][\w$]*(?:Exception|Error|Exit|Interrupt|Warning|Throwable)\b(?::|$| )/

export interface Continuation {
  /** Whether the line belongs to the record before it, of which there must be one. */
  continues(line: string, startsIndented: boolean): boolean
  /** A trace is under way whose lines may look like anything. */
  readonly isOpen: boolean
  /** A new record began. */
  reset(): void
}

export function continuation(): Continuation {
  let trace: Trace = 'none'
  return {
    continues(line, startsIndented) {
      const first = line.charCodeAt(0)
      if (line.length === 0) return true
      if (first === 32 || first === 9) return !startsIndented
      if (first > 122 || !BEGINS.test(line)) return endsTrace(line)
      if (line.startsWith('Traceback')) trace = 'python'
      if (line.startsWith('goroutine')) trace = 'go'
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
  function endsTrace(line: string): boolean {
    if (trace === 'go') return GO_FRAME.test(line)
    const isException = EXCEPTION.test(line)
    if (trace === 'python') trace = 'none'
    return isException
  }
}
