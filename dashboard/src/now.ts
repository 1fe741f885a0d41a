import { useEffect, useState } from 'preact/hooks'

const TICK_MS = 10_000

/** The time, often enough for "3 min. ago". */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
