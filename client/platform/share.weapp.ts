import { useShareAppMessage } from '@tarojs/taro'
import type { ShareCard } from './types'

/** Whether sharing starts from a native button (`open-type="share"`) that asks `useShare`. */
export const sharesByButton = true

/** Answers WeChat when the person shares this page, by the menu or by a share button on it. */
export function useShare(card: () => ShareCard): void {
  useShareAppMessage(() => card())
}

/** WeChat lets nothing but its own button or menu share. */
export function shareNow(_card: ShareCard): boolean {
  return false
}

/** A mini-program has no address outside of its cards. */
export const addressOf = (path: string): string => path
