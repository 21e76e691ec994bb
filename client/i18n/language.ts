import { useSyncExternalStore } from 'react'

export type Language = 'zh-CN' | 'en'

// Apart from the kept settings, so that words and times need neither phone nor storage.
const listeners = new Set<() => void>()
let current: Language = 'zh-CN'

export const getLanguage = (): Language => current

/** Sets the language of everything that is said from now on; who keeps the choice calls it. */
export function speak(language: Language): void {
  current = language
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language, for a component that has to be drawn anew when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, getLanguage)
