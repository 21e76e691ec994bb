import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { announceCode } from '../platform/shown-code'

/** Tells the surroundings that this code can be scanned from the screen, while its page is on top. */
export function useShownCode(text: string, label: string): void {
  const [isOnTop, setIsOnTop] = useState(true)
  useDidShow(() => setIsOnTop(true))
  useDidHide(() => setIsOnTop(false))
  useEffect(() => (isOnTop ? announceCode({ text, label }) : undefined), [isOnTop, text, label])
}
