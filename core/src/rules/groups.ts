/** State of what is counted apart (addresses, accounts, sessions, services): bounded, the one unseen longest goes. */
const MOST = 10_000

export function groups<State>(make: () => State): (key: string) => State {
  const all = new Map<string, State>()
  return (key) => {
    const state = all.get(key) ?? make()
    all.delete(key)
    all.set(key, state)
    if (all.size > MOST) all.delete(all.keys().next().value ?? '')
    return state
  }
}
