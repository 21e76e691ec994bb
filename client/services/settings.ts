import { useSyncExternalStore } from 'react'
import { type Language, speak } from '../i18n/language'
import { storage } from '../platform/storage'
import { applyScale, prefersLargeType } from '../platform/window'

/** `system` follows what the person told WeChat. */
export type TextSize = 'system' | 'normal' | 'elder'

/** What this person chose on this phone; nothing of it concerns the cloud. */
export interface Settings {
  language: Language
  textSize: TextSize
  /** The community that is open; null before the first. */
  communityId: string | null
}

const KEY = 'settings'
const initial: Settings = { language: 'zh-CN', textSize: 'system', communityId: null }
const listeners = new Set<() => void>()
let current: Settings = load()
takeEffect()

function load(): Settings {
  try {
    const kept: unknown = JSON.parse(storage.get(KEY) ?? '{}')
    return typeof kept === 'object' ? { ...initial, ...kept } : initial
  } catch {
    return initial
  }
}

/** What lies outside React and has to know: the sentences' language, the web's tab bar. */
function takeEffect(): void {
  speak(current.language)
  applyScale(isElder(current))
}

export const getSettings = (): Settings => current

/** Changes some of the choices, keeps them, and has every page that shows them drawn anew. */
export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change }
  storage.set(KEY, JSON.stringify(current))
  takeEffect()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSettings = (): Settings => useSyncExternalStore(subscribe, getSettings)

/** Whether type and icons are drawn at the elder scale (×1.4). */
export function isElder({ textSize }: Settings): boolean {
  return textSize === 'elder' || (textSize === 'system' && prefersLargeType())
}
