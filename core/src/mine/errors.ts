/**
 * How systems tell of errors, wherever a statement puts them: by their texts of POSIX, or by an exception's name with its
 * package, as runtimes print it. The name alone may be the statement's own: `caught InterruptedException`.
 */
import { BLANK } from './tokens.ts'

/** In words; the first may be in capitals or not. */
const TEXTS = `
address already in use
address family not supported by protocol
argument list too long
bad address
bad file descriptor
bad message
broken pipe
cannot allocate memory
cannot assign requested address
connection refused
connection reset by peer
connection timed out
destination address required
device or resource busy
directory not empty
disk quota exceeded
exec format error
file exists
file name too long
file too large
function not implemented
host is down
illegal seek
inappropriate ioctl for device
input/output error
interrupted system call
invalid argument
invalid cross-device link
is a directory
message too long
network dropped connection on reset
network is down
network is unreachable
no buffer space available
no child processes
no locks available
no route to host
no space left on device
no such device
no such device or address
no such file or directory
no such process
not a directory
numerical argument out of domain
numerical result out of range
operation already in progress
operation canceled
operation not permitted
operation not supported
operation now in progress
operation timed out
permission denied
protocol error
protocol not available
protocol not supported
read-only file system
remote i/o error
resource deadlock avoided
resource temporarily unavailable
socket operation on non-socket
software caused connection abort
stale file handle
text file busy
too many levels of symbolic links
too many links
too many open files
too many open files in system
transport endpoint is already connected
transport endpoint is not connected
value too large for defined data type
`

/** By their first word, the longest first. */
const texts = textsByFirstWord()

function textsByFirstWord(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, string[][]>()
  for (const text of TEXTS.trim().split('\n')) {
    const [first, ...others] = text.split(BLANK)
    for (const word of [first, first[0].toUpperCase() + first.slice(1)])
      found.set(
        word,
        [...(found.get(word) ?? []), others].sort((a, b) => b.length - a.length),
      )
  }
  return found
}

const EXCEPTION = /^(?:[A-Za-z_][\w$]*\.)+[A-Z][\w$]+(?:Exception|Error)$/
const FEWEST_LETTERS = 8
const ENDS_TEXT = new Set([')', ']', '}', '"', '='])

/** Behind the error that is told from `from` on; `from` itself where none is. */
export function errorEnd(tokens: readonly string[], from: number): number {
  const token = tokens[from]
  if (token === '[') return numberedEnd(tokens, from)
  if (token.length === 1) return from
  const end = textEnd(tokens, from)
  if (end > from || token.length < FEWEST_LETTERS || !EXCEPTION.test(token)) return end
  if (tokens[from + 1] !== ':' || tokens[from + 2] !== BLANK) return from + 1
  const known = textEnd(tokens, from + 3)
  return known > from + 3 ? known : sentenceEnd(tokens, from + 3)
}

/** `Connection refused (Connection refused)` is one. */
function textEnd(tokens: readonly string[], from: number): number {
  const others = texts
    .get(tokens[from])
    ?.find((words) => words.every((word, i) => isBehind(tokens, from + 2 * i, word)))
  if (!others) return from
  const end = from + 2 * others.length + 1
  const again = end + 2
  const behind = again + end - from
  const isTwice = tokens[again - 1] === '(' && tokens[behind] === ')' && isSame(tokens, from, again, end - from)
  return isTwice ? behind + 1 : end
}

function isSame(tokens: readonly string[], one: number, other: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (tokens[one + i] !== tokens[other + i]) return false
  return true
}

function isBehind(tokens: readonly string[], at: number, word: string): boolean {
  return tokens[at + 1] === BLANK && tokens[at + 2] === word
}

const ERRNO_TOKENS = 6

/** `[Errno 13] Permission denied: 'data'` */
function numberedEnd(tokens: readonly string[], from: number): number {
  const text = from + ERRNO_TOKENS
  if (tokens[from + 1] !== 'Errno' || text >= tokens.length) return from
  const end = textEnd(tokens, text)
  if (end === text) return from
  const isOfFile = isBehind(tokens, end, "'") && tokens[end] === ':' && tokens[end + 4] === "'"
  return isOfFile ? end + 5 : end
}

function sentenceEnd(tokens: readonly string[], from: number): number {
  let end = from
  while (end < tokens.length && !ENDS_TEXT.has(tokens[end])) end++
  return tokens[end - 1] === '.' ? end - 1 : end
}
