import { View } from '@tarojs/components'
import { useState } from 'react'
import { CODE_LENGTH_MAX, CODES_AT_ONCE_MAX, type ItemDetail } from '../../../../types/store'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Problem } from '../../../components/Problem'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import './index.scss'

/** The lines of a pasted list, without empty ones. */
const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Codes are pasted and sent; they are not kept as a draft, because a phone is no safe. */
export function Codes({ communityId, item }: { communityId: string; item: ItemDetail }) {
  const { run, busy, error } = useWrite('store.addCodes', ['store.'])
  const [text, setText] = useState('')
  const codes = linesOf(text)
  const isMany = codes.length > CODES_AT_ONCE_MAX

  async function send() {
    const result = await run({ communityId, itemId: item.itemId, codes })
    if (!result.ok) return
    setText('')
    toast(t('store.codesAdded', { count: result.data.added }), { kind: 'done' })
  }

  return (
    <Card>
      <View className="codes__title">{t('store.codes')}</View>
      <Problem error={error} communityId={communityId} busy={busy} onRetry={() => void send()} />
      <TextField
        long
        label={t('store.codesLabel')}
        why={t('store.codesLead', { count: item.left ?? 0, max: CODES_AT_ONCE_MAX })}
        placeholder={t('store.codesExample')}
        maxLength={CODES_AT_ONCE_MAX * (CODE_LENGTH_MAX + 1)}
        value={text}
        error={isMany ? t('store.codesMany', { max: CODES_AT_ONCE_MAX }) : undefined}
        onChange={setText}
      />
      <Button
        full
        kind="secondary"
        busy={busy}
        disabled={codes.length === 0 || isMany}
        onClick={() => void send()}
      >
        {t('store.codesAdd', { count: codes.length })}
      </Button>
    </Card>
  )
}
