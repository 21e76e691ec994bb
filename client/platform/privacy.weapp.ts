import Taro from '@tarojs/taro'
import {
  AGREE_BUTTON_ID,
  type OnPrivacyNeeded,
  type OpenPrivacyText,
  type ReadPrivacyState,
} from './types'

/** Exists from base library 2.32.3; Taro does not type it. */
interface WithPrivacy {
  onNeedPrivacyAuthorization?(
    ask: (resolve: (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void) => void,
  ): void
  openPrivacyContract?(options: { success: () => void; fail: () => void }): void
  getPrivacySetting?(options: {
    success: (setting: { needAuthorization: boolean }) => void
    fail: () => void
  }): void
}

const platform = Taro as unknown as WithPrivacy

export const onPrivacyNeeded: OnPrivacyNeeded = (ask) => {
  let isActive = true
  platform.onNeedPrivacyAuthorization?.((resolve) => {
    if (!isActive) return resolve({ event: 'disagree' })
    ask((given) =>
      resolve(given === 'agree' ? { event: given, buttonId: AGREE_BUTTON_ID } : { event: given }),
    )
  })
  return () => {
    isActive = false
  }
}

export const openPrivacyText: OpenPrivacyText = () =>
  new Promise((resolve) => {
    const open = platform.openPrivacyContract
    if (!open) return resolve(false)
    open({ success: () => resolve(true), fail: () => resolve(false) })
  })

export const readPrivacyState: ReadPrivacyState = () =>
  new Promise((resolve) => {
    const ask = platform.getPrivacySetting
    if (!ask) return resolve('none')
    ask({
      success: ({ needAuthorization }) => resolve(needAuthorization ? 'open' : 'agreed'),
      fail: () => resolve('none'),
    })
  })
