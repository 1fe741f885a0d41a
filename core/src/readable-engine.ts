/** The readable engine: strings and regular expressions. Runs everywhere, and is the oracle of the faster ones. */
import { lineEngine, type EngineOptions } from './line-engine.ts'
import { readableReader } from './readable-reader.ts'
import type { Engine } from './record.ts'

export function readableEngine(options: EngineOptions): Engine {
  return lineEngine(options, readableReader)
}
