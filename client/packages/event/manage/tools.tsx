import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'
import { openTable } from '../../../platform/table'
import { navigate } from '../../../services/navigate'
import type { EventIds } from '../parts/ids'

const WORDS_MAX = 200

/** A word to everybody, the list as a spreadsheet, the door. */
export function Tools({ ids }: { ids: EventIds }) {
  const [isWriting, setWriting] = useState(false)
  const exporting = useWrite('event.exportRegistrations')

  async function exportList() {
    const result = await exporting.run(ids)
    if (!result.ok) return toast(sentenceOf(result.error), { kind: 'problem' })
    if (await openTable(result.data.url)) return
    await Taro.setClipboardData({ data: result.data.url })
    toast(t('event.exportCopied'), { kind: 'done' })
  }

  return (
    <View className="event-manage__tools">
      <Button small kind="secondary" icon="send" onClick={() => setWriting(true)}>
        {t('event.message')}
      </Button>
      <Button
        small
        kind="secondary"
        icon="copy"
        busy={exporting.busy}
        onClick={() => void exportList()}
      >
        {t('event.export')}
      </Button>
      <Button small kind="secondary" icon="scan" onClick={() => void navigate('event.door', ids)}>
        {t('event.runDoor')}
      </Button>
      {isWriting && <MessageSheet ids={ids} onClose={() => setWriting(false)} />}
    </View>
  )
}

function MessageSheet({ ids, onClose }: { ids: EventIds; onClose: () => void }) {
  const draft = useDraft(`event-message:${ids.eventId}`, { words: '' })
  const [mistake, setMistake] = useState<string>()
  const sending = useWrite('event.messageRegistrants')
  async function send() {
    const words = draft.value.words.trim()
    if (words.length < 2) return setMistake(t('common.tooShort'))
    const { ok } = await sending.run({ ...ids, words })
    if (!ok) return
    draft.forget()
    toast(t('event.messageSent'), { kind: 'done' })
    onClose()
  }
  return (
    <Sheet
      open
      title={t('event.messageTitle')}
      onClose={onClose}
      footer={
        <Button full busy={sending.busy} onClick={() => void send()}>
          {t('event.messageSend')}
        </Button>
      }
    >
      <View className="event-manage__lead">{t('event.messageLead')}</View>
      <Problem {...sending} communityId={ids.communityId} onRetry={() => void send()} />
      <TextField
        long
        label={t('event.messageLabel')}
        placeholder={t('event.messageExample')}
        maxLength={WORDS_MAX}
        value={draft.value.words}
        error={mistake}
        onChange={(words) => {
          draft.change({ words })
          setMistake(undefined)
        }}
      />
    </Sheet>
  )
}
