/** The readable engine: strings and regular expressions. Runs everywhere, and is the oracle of the faster ones. */
import { lineEngine, type EngineOptions } from './line-engine.ts'
import { plainReader } from './plain-reader.ts'
import type { Engine } from './record.ts'

export function plainEngine(options: EngineOptions): Engine {
  return lineEngine(options, plainReader)
}
