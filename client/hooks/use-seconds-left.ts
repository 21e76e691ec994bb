import { useEffect, useRef, useState } from 'react'

const ASK_AGAIN_MS = 10_000

/** Counts down to an instant by the second; 0 when it is over, or there is none. */
function useSecondsLeft(until: string | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (until === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [until])
  return until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - now) / 1000))
}

/** Asks what comes after the instant `until`, when it is over; again every ten seconds until that is known. */
export function useAfter(until: string | null, ask: () => void): number {
  const leftS = useSecondsLeft(until)
  const isOver = until !== null && leftS === 0
  const latest = useRef(ask)
  latest.current = ask
  // biome-ignore lint/correctness/useExhaustiveDependencies: another instant is waited for anew
  useEffect(() => {
    if (!isOver) return
    latest.current()
    const timer = setInterval(() => latest.current(), ASK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isOver, until])
  return leftS
}
