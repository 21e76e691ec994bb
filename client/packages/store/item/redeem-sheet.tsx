import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ItemDetail } from '../../../../types/store'
import { Button } from '../../../components/Button'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { replaceBy } from '../../../services/navigate'

interface Props {
  communityId: string
  item: ItemDetail
  onClose: () => void
}

const ADDRESS_MIN = 8
const ADDRESS_MAX = 200
/** What points are held for until it is handed over. */
const HELD: readonly ItemDetail['kind'][] = ['pickup', 'shipped']

/** What it costs and what is left afterwards, before it is done. */
export function RedeemSheet({ communityId, item, onClose }: Props) {
  const { run, busy, error } = useWrite('store.redeem', [
    'store.',
    'points.',
    'checkin.getCalendar',
  ])
  const [address, setAddress] = useState('')
  const [mistake, setMistake] = useState<string>()
  const { itemId, revision, kind, name, price, available } = item

  async function send() {
    const isSent = kind === 'shipped'
    if (isSent && address.trim().length < ADDRESS_MIN) return setMistake(t('store.addressShort'))
    const result = await run({
      communityId,
      itemId,
      revision,
      ...(isSent ? { address: address.trim() } : {}),
    })
    if (!result.ok) return
    toast(t('store.redeemed'), { kind: 'done' })
    onClose()
    await replaceBy('store.order', { communityId, orderId: result.data.orderId })
  }

  return (
    <Sheet
      open
      title={t('store.confirmTitle', { name })}
      onClose={onClose}
      footer={
        <Button full busy={busy} onClick={() => void send()}>
          {t('store.redeemDo')}
        </Button>
      }
    >
      <Problem error={error} communityId={communityId} busy={busy} onRetry={() => void send()} />
      <ListGroup>
        <ListRow title={t('store.confirmPrice')} value={t('store.points', { price })} />
        <ListRow title={t('store.confirmBefore')} value={t('store.points', { price: available })} />
        <ListRow
          title={t('store.confirmAfter')}
          value={t('store.points', { price: available - price })}
        />
      </ListGroup>
      <View className="redeem-note">
        {t(HELD.includes(kind) ? 'store.confirmHold' : 'store.confirmSpend')}
      </View>
      {kind === 'shipped' && (
        <TextField
          long
          label={t('store.address')}
          why={t('store.addressWhy')}
          placeholder={t('store.addressExample')}
          maxLength={ADDRESS_MAX}
          value={address}
          error={mistake}
          onChange={(value) => {
            setAddress(value)
            setMistake(undefined)
          }}
        />
      )}
    </Sheet>
  )
}
