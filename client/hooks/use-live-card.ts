import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { LiveCard } from '../../types/live-card'
import { enliven } from '../platform/live-card'

/**
 * Makes what this page shares a live card: the one there is, or one that `open` asks for, once a visit.
 * Without one the page shares a plain card; nothing else depends on it. `shown` is undefined until the
 * page has been read.
 */
export function useLiveCard(
  shown: LiveCard | null | undefined,
  isWanted: boolean,
  open: () => Promise<LiveCard | null>,
): LiveCard | null {
  const [opened, setOpened] = useState<LiveCard | null>(null)
  const hasAsked = useRef(false)
  const ask = useRef(open)
  ask.current = open
  useEffect(() => {
    if (shown !== null || !isWanted || hasAsked.current) return
    hasAsked.current = true
    void ask.current().then(setOpened)
  }, [shown, isWanted])

  const card = isWanted ? (shown ?? opened) : null
  const said = JSON.stringify(card)
  const latest = useRef(card)
  latest.current = card
  useEffect(() => {
    enliven(JSON.parse(said) as LiveCard | null)
    return () => enliven(null)
  }, [said])
  useDidShow(() => enliven(latest.current))
  useDidHide(() => enliven(null))
  return card
}
