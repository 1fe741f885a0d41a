import type { CountObservation } from '../wire/observations.ts'

/** Pages of history, however they were cut, as the windows they hold; one without any line is left out. */
export async function* byWindow(pages: AsyncIterable<readonly CountObservation[]>): AsyncGenerator<CountObservation[]> {
  let window: CountObservation[] = []
  for await (const page of pages) {
    for (const count of page) {
      if (window.length > 0 && window[0].window !== count.window) {
        yield window
        window = []
      }
      window.push(count)
    }
  }
  if (window.length > 0) yield window
}
