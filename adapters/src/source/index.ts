/** The list of sources: a new one is a file and a line here. */
import type { LogSource } from '@errorsense/core/ports/log-source.ts'
import { fileSource } from './file.ts'
import { httpSource } from './http.ts'
import { stdinSource } from './stdin.ts'

export const sources = {
  file: fileSource,
  http: httpSource,
  stdin: stdinSource,
} satisfies Record<string, (options: never) => LogSource>
