import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { isInConsole, tellConsole } from './console.h5'
import type { ShareCard } from './types'

/** Whether sharing starts from a native button (`open-type="share"`) that asks `useShare`. */
export const sharesByButton = false

/** The page on top answers when the console's menu asks for its card, as WeChat's does. */
export function useShare(card: () => ShareCard): void {
  const latest = useRef(card)
  latest.current = card
  const [isOnTop, setIsOnTop] = useState(true)
  useDidShow(() => setIsOnTop(true))
  useDidHide(() => setIsOnTop(false))
  useEffect(() => {
    if (!isOnTop || !isInConsole) return undefined
    const answer = ({ data, source }: MessageEvent) => {
      if (source === window.parent && data?.type === 'share-menu') shareNow(latest.current())
    }
    window.addEventListener('message', answer)
    return () => window.removeEventListener('message', answer)
  }, [isOnTop])
}

/** Hands the card to the frame around us: the preview's chat shows it. False when there is none. */
export function shareNow(card: ShareCard): boolean {
  return tellConsole({ type: 'share', ...card })
}

/** An address that can be pasted anywhere; the simulated person is left out of it. */
export const addressOf = (path: string): string =>
  `${window.location.origin}${window.location.pathname}#${path}`
