import { useState } from 'react'
import type { CallInput, WriteName } from '../../../../types/contract'
import type { OrderDetail } from '../../../../types/store'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { Sheet } from '../../../components/Sheet'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'

export type OrderSheet = 'cancel' | 'refund' | 'ship'

type Ids = { communityId: string; orderId: string }

interface Props {
  ids: Ids
  order: OrderDetail
  open: OrderSheet | null
  onClose: () => void
}

const CHANGED_BY_STEPS = ['store.', 'points.'] as const

/** The sheet of the decision that is open; it stays until the cloud has answered. */
export function Sheets({ open, ...props }: Props) {
  if (open === 'cancel') return <CancelSheet {...props} />
  if (open === 'refund') return <RefundSheet {...props} />
  if (open === 'ship') return <ShipSheet {...props} />
  return null
}

type SheetProps = Omit<Props, 'open'>

/** One decision: done, the sheet closes and a note says so; else it stays and says why. */
function useStep<N extends WriteName>(name: N, { ids, onClose }: SheetProps) {
  const { run, busy, error } = useWrite(name, CHANGED_BY_STEPS)
  async function take(input: CallInput<N>, doneText: string): Promise<void> {
    const result = await run(input)
    if (result.ok) toast(doneText, { kind: 'done' })
    else if (result.error.code !== 'order_moved') return
    else toast(sentenceOf(result.error), { kind: 'problem' })
    onClose()
  }
  return { take, busy, error, communityId: ids.communityId }
}

function CancelSheet(props: SheetProps) {
  const step = useStep('store.cancelOrder', props)
  return (
    <ReasonSheet
      title={t('store.cancelTitle')}
      lead={t('store.cancelLead')}
      reasons={[t('store.whyCancel1'), t('store.whyCancel2'), t('store.whyCancel3')]}
      doText={t('store.cancel')}
      decision={step}
      onDo={(reason) => step.take({ ...props.ids, reason }, t('store.cancelled'))}
      onClose={props.onClose}
    />
  )
}

function RefundSheet(props: SheetProps) {
  const step = useStep('store.refund', props)
  const { price, buyer } = props.order
  return (
    <ReasonSheet
      title={t('store.refundTitle')}
      lead={t('store.refundLead', { price, name: buyer.nickname })}
      reasons={[t('store.whyRefund1'), t('store.whyRefund2'), t('store.whyRefund3')]}
      doText={t('store.refund')}
      decision={step}
      onDo={(reason) => step.take({ ...props.ids, reason }, t('store.refunded'))}
      onClose={props.onClose}
    />
  )
}

const SHIPPING_MIN = 2
const SHIPPING_MAX = 80

function ShipSheet(props: SheetProps) {
  const { take, ...step } = useStep('store.ship', props)
  const [shipping, setShipping] = useState('')
  const [mistake, setMistake] = useState<string>()
  const send = () => {
    if (shipping.trim().length < SHIPPING_MIN) return setMistake(t('common.tooShort'))
    void take({ ...props.ids, shipping: shipping.trim() }, t('store.shipped'))
  }
  return (
    <Sheet
      open
      title={t('store.shipTitle')}
      onClose={props.onClose}
      footer={
        <Button full busy={step.busy} icon="send" onClick={send}>
          {t('store.shipDo')}
        </Button>
      }
    >
      <Problem {...step} onRetry={send} />
      <TextField
        label={t('store.shipLabel')}
        placeholder={t('store.shipExample')}
        maxLength={SHIPPING_MAX}
        value={shipping}
        error={mistake}
        onChange={(value) => {
          setShipping(value)
          setMistake(undefined)
        }}
      />
    </Sheet>
  )
}

/** "It arrived", by one tap. */
export function useReceive(ids: Ids | null) {
  const { run, busy } = useWrite('store.receive', CHANGED_BY_STEPS)
  async function receive() {
    if (!ids) return
    const result = await run(ids)
    if (result.ok) toast(t('store.received'), { kind: 'done' })
    else toast(sentenceOf(result.error), { kind: 'problem' })
  }
  return { receive: () => void receive(), busy }
}
