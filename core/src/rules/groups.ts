/** State of what is counted apart (addresses, accounts, sessions, services): bounded, those unseen longest go. */
const MOST = 10_000
/** Of a full table so many stay: finding the oldest costs a walk over what went before. */
const KEPT = 9_000

export function groups<State>(make: () => State): (key: string) => State {
  const all = new Map<string, State>()
  function forget(): void {
    for (const key of all.keys()) {
      if (all.size <= KEPT) return
      all.delete(key)
    }
  }

  return (key) => {
    const state = all.get(key) ?? make()
    all.delete(key)
    all.set(key, state)
    if (all.size > MOST) forget()
    return state
  }
}
