/** The engines there are, and which one is used when nobody says. */
import { text } from '@errorsense/adapters/runtime/text.ts'
import { byteEngine } from '@errorsense/core/byte-engine.ts'
import { readableEngine } from '@errorsense/core/readable-engine.ts'
import type { Engine } from '@errorsense/core/record.ts'

const engines = {
  /** Plain TypeScript over bytes. */
  plain: () => byteEngine({ text }),
  /** Strings and regular expressions: slower, and what the other is held against. */
  readable: () => readableEngine({ text }),
} satisfies Record<string, () => Engine>

export type EngineName = keyof typeof engines

export const engineNames = Object.keys(engines)
export const DEFAULT_ENGINE: EngineName = 'plain'

export function makeEngine(name: EngineName = DEFAULT_ENGINE): Engine {
  return engines[name]()
}

export function isEngine(name: string): name is EngineName {
  return Object.hasOwn(engines, name)
}
