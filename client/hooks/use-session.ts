import type { Language } from '../i18n/language'
import type { TextSize } from '../services/settings'
import { changeSettings, useSettings } from '../services/settings'

export interface Session {
  /** The open community; null before the first one is entered. */
  communityId: string | null
  openCommunity: (communityId: string | null) => void
  language: Language
  setLanguage: (language: Language) => void
  textSize: TextSize
  setTextSize: (textSize: TextSize) => void
}

/** What holds for the whole app on this phone; every page that reads it is drawn anew on a change. */
export function useSession(): Session {
  const { communityId, language, textSize } = useSettings()
  return {
    communityId,
    openCommunity: (id) => changeSettings({ communityId: id }),
    language,
    setLanguage: (choice) => changeSettings({ language: choice }),
    textSize,
    setTextSize: (choice) => changeSettings({ textSize: choice }),
  }
}
