import { Textarea, View } from '@tarojs/components'
import { THREAD_MESSAGE_MAX } from '../../../../types/help-rules'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'

/** In a browser the framework measures a growing field by a loop that here never ends. */
const growsByItself = process.env.TARO_ENV !== 'h5'

interface Props {
  ids: { communityId: string; requestId: string }
  mayWrite: boolean
  onSent: () => void
}

/** Writing to the others; what is not sent yet is kept. Says so where nobody can write any more. */
export function Composer({ ids, mayWrite, onSent }: Props) {
  const draft = useDraft(`thread:${ids.requestId}`, { words: '' })
  const { run, busy, error } = useWrite('help.sendToThread', ['help.listThread'])
  const { words } = draft.value
  if (!mayWrite) return <View className="thread-closed">{t('help.threadClosed')}</View>

  async function send() {
    if (busy || words.trim() === '') return
    const result = await run({ ...ids, words: words.trim() })
    if (!result.ok) return
    draft.forget()
    onSent()
  }
  const found = error ? Object.values(fieldSentences(issuesOf(error))) : []
  return (
    <View className="thread-composer">
      {found.length > 0 ? (
        <View className="thread-composer__found" {...spoken({ role: 'alert' })}>
          {found.join(' ')}
        </View>
      ) : (
        <Problem
          error={error}
          communityId={ids.communityId}
          busy={busy}
          onRetry={() => void send()}
        />
      )}
      <View className="thread-composer__row">
        <View className="thread-composer__box">
          <Textarea
            className="thread-composer__text"
            autoHeight={growsByItself}
            maxlength={THREAD_MESSAGE_MAX}
            showConfirmBar={false}
            cursorSpacing={60}
            value={words}
            placeholder={t('help.threadExample')}
            placeholderClass="hz-text__placeholder"
            onInput={(event) => draft.change({ words: event.detail.value })}
            {...spoken({ label: t('help.threadWrite') })}
          />
        </View>
        <Button icon="send" busy={busy} disabled={words.trim() === ''} onClick={() => void send()}>
          {t('help.threadSend')}
        </Button>
      </View>
    </View>
  )
}
