import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { t } from '../i18n'
import { useLanguage } from '../i18n/language'
import { tabs } from '../routes'

/**
 * The platform draws the tab bar from the configuration, which knows one language. A tab page that is
 * shown tells it the words of the language that was chosen; elsewhere the platform would refuse.
 */
export function useTabWords(isTab: boolean): void {
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew when the language changes
  useEffect(() => {
    if (!isTab) return
    for (const [index, { name }] of tabs.entries()) {
      Taro.setTabBarItem({ index, text: t(`member.tab_${name}`) }).catch(() => undefined)
    }
  }, [isTab, language])
}
