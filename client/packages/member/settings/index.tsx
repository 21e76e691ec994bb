import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ChoiceField } from '../../../components/ChoiceField'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { Page } from '../../../components/Page'
import { toast } from '../../../components/Toast'
import { useReminders } from '../../../hooks/use-reminders'
import { type Session, useSession } from '../../../hooks/use-session'
import { t } from '../../../i18n'
import { openPrivacyText, readPrivacyState } from '../../../platform/privacy'
import type { PrivacyState } from '../../../platform/types'
import './index.scss'

const LANGUAGES: readonly Session['language'][] = ['zh-CN', 'en']
const SIZES: readonly Session['textSize'][] = ['system', 'normal', 'elder']

/** What this person chooses for this phone, what is kept of them, and which version this is. */
export default function Settings() {
  const { language, setLanguage, textSize, setTextSize } = useSession()
  return (
    <Page title={t('member.settingsTitle')}>
      <ChoiceField
        look="rows"
        label={t('member.language')}
        options={[
          { value: 'zh-CN', label: t('member.chinese') },
          { value: 'en', label: t('member.english') },
        ]}
        value={language}
        onChange={(value) => setLanguage(LANGUAGES.find((item) => item === value) ?? language)}
      />
      <ChoiceField
        look="rows"
        label={t('member.textSize')}
        options={[
          { value: 'system', label: t('member.textSystem'), hint: t('member.textSystemHint') },
          { value: 'normal', label: t('member.textNormal') },
          { value: 'elder', label: t('member.textElder'), hint: t('member.textElderHint') },
        ]}
        value={textSize}
        onChange={(value) => setTextSize(SIZES.find((item) => item === value) ?? textSize)}
      />
      <Reminders />
      <Privacy />
      <View className="settings-label">{t('member.about')}</View>
      <ListGroup>
        <ListRow title={t('common.appName')} value={`${t('member.version')} ${HUZHU_VERSION}`} />
      </ListGroup>
    </Page>
  )
}

/** How many messages of each topic WeChat may still send; a tap asks for one more. */
function Reminders() {
  const { topics, ask } = useReminders()
  if (topics.length === 0) return null
  return (
    <>
      <View className="settings-label">{t('remind.title')}</View>
      <View className="settings-lead">{t('remind.lead')}</View>
      <ListGroup>
        {topics.map(({ topic, left }) => (
          <ListRow
            key={topic}
            title={t(`remind.topic_${topic}`)}
            note={t(`remind.about_${topic}`)}
            value={left > 0 ? t('remind.left', { count: left }) : t('remind.none')}
            onClick={() => void ask([topic])}
          />
        ))}
      </ListGroup>
    </>
  )
}

const STATES = {
  agreed: 'member.privacyAgreed',
  open: 'member.privacyOpen',
  none: 'member.privacyNone',
} as const satisfies Record<PrivacyState, string>

/** Whether consent was given, the guide it was given to, and what is kept in plain words. */
function Privacy() {
  const [state, setState] = useState<PrivacyState>('none')
  useEffect(() => {
    void readPrivacyState().then(setState)
  }, [])
  const open = async () => {
    if (!(await openPrivacyText())) toast(t('member.privacyNoText'))
  }
  return (
    <>
      <View className="settings-label">{t('member.privacy')}</View>
      <ListGroup>
        {state === 'none' ? (
          <ListRow title={t('member.privacyGuide')} value={t(STATES[state])} />
        ) : (
          <ListRow
            title={t('member.privacyGuide')}
            value={t(STATES[state])}
            onClick={() => void open()}
          />
        )}
        <View className="settings-kept">
          <View className="settings-kept__title">{t('member.privacyKept')}</View>
          <View className="settings-kept__text">{t('member.privacyKeptText')}</View>
        </View>
      </ListGroup>
    </>
  )
}
