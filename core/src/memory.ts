/**
 * What is known and can not be learnt again from what the store keeps: it is written down now and then, and taken back by
 * whoever goes on with the same messages. Plain data: objects, arrays, typed arrays, Map and Set, down to texts and
 * numbers; one object may be in several memories, and is one again when all are taken back together.
 */
export interface Memory {
  /** A promise, like the names of messages. */
  readonly name: string
  /** Goes up whenever the form of what is kept changes: a memory of another version is not taken back. */
  readonly version: number
  /** May be the state itself: to be written down before anything is judged. */
  keep(): unknown
  /** Takes what `keep` of the same name and version gave, before anything is judged. */
  recall(kept: unknown): void
}

export function memory<Kept>(
  name: string,
  version: number,
  { keep, recall }: { readonly keep: () => Kept; readonly recall: (kept: Kept) => void },
): Memory {
  return { name, version, keep, recall: (kept) => recall(kept as Kept) }
}

/** By name. */
export type Kept = ReadonlyMap<string, { readonly version: number; readonly kept: unknown }>

export function keepAll(memories: readonly Memory[]): Kept {
  return new Map(memories.map(({ name, version, keep }) => [name, { version, kept: keep() }]))
}

/** Gives the names of those that begin anew: all of them, where the first does, as it says where they stand. */
export function recallAll(memories: readonly Memory[], all: Kept): string[] {
  const isKnown = ({ name, version }: Memory): boolean => all.get(name)?.version === version
  const known = isKnown(memories[0]) ? memories.filter(isKnown) : []
  for (const { name, recall } of known) recall(all.get(name)?.kept)
  return [...new Set(memories.filter((one) => !known.includes(one)).map(({ name }) => name))]
}
