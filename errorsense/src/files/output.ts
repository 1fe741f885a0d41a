/** Results to standard output with back-pressure: a slow reader slows us. */
import { once } from 'node:events'

const FLUSH_LENGTH = 64 * 1024

export interface Output {
  line(text: string): Promise<void>
  /** What was said so far goes out, however little it is. */
  flush(): Promise<void>
  end(): Promise<void>
}

export function output(stream: NodeJS.WriteStream = process.stdout): Output {
  let waiting = ''
  async function flush(): Promise<void> {
    const text = waiting
    waiting = ''
    if (text !== '' && !stream.write(text)) await once(stream, 'drain')
  }
  return {
    async line(text) {
      waiting += `${text}\n`
      if (waiting.length >= FLUSH_LENGTH) await flush()
    },
    flush,
    end: flush,
  }
}
