import type { EventDetail, EventStep } from '../../../../types/event'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { CHANGED_BY_EVENTS, type EventIds } from '../parts/ids'
import { usePromote } from '../parts/use-promote'
import type { OpenSheet } from './sheet'

interface Props {
  ids: EventIds
  event: EventDetail
  onSheet: (sheet: OpenSheet) => void
}

/** The looker's next step, always within reach; nothing for who has none. */
export function Foot({ ids, event, onSheet }: Props) {
  const may = (step: EventStep) => event.steps.includes(step)
  if (may('answerSeat')) return <AnswerSeat ids={ids} event={event} />
  if (may('attend')) {
    return (
      <FixedAction>
        {may('cancelRegistration') && <Leave event={event} onSheet={onSheet} />}
        <Button icon="scan" full onClick={() => void navigate('event.ticket', ids)}>
          {t('event.attend')}
        </Button>
      </FixedAction>
    )
  }
  if (may('giveFeedback')) {
    return (
      <FixedAction>
        {may('getCertificate') && <Certificate ids={ids} />}
        <Button icon="star" full onClick={() => onSheet('feedback')}>
          {t('event.giveFeedback')}
        </Button>
      </FixedAction>
    )
  }
  if (may('register')) {
    return (
      <FixedAction>
        <Button icon="join" full onClick={() => onSheet('register')}>
          {registerText(event)}
        </Button>
      </FixedAction>
    )
  }
  if (may('cancelRegistration')) {
    return (
      <FixedAction>
        <Leave event={event} onSheet={onSheet} />
      </FixedAction>
    )
  }
  if (may('getCertificate')) {
    return (
      <FixedAction>
        <Certificate ids={ids} />
      </FixedAction>
    )
  }
  if (may('disputeNoShow')) {
    return (
      <FixedAction>
        <Button kind="secondary" full onClick={() => onSheet('dispute')}>
          {t('event.dispute')}
        </Button>
      </FixedAction>
    )
  }
  return null
}

/** What the tap will do, said before it: a seat, a place on the waitlist, or a question to the organiser. */
export function registerText(event: EventDetail): string {
  const { form, seatsTaken, capacity, waiting, limit } = event
  if (form.needsApproval || limit !== null) return t('event.registerAsk')
  if (seatsTaken >= capacity || waiting > 0) return t('event.registerWait')
  return t('event.register')
}

function Leave({ event, onSheet }: Pick<Props, 'event' | 'onSheet'>) {
  const isWaiting = event.registration?.state === 'waiting'
  return (
    <Button kind="quiet" onClick={() => onSheet('cancelRegistration')}>
      {t(isWaiting ? 'event.leaveWaitlist' : 'event.cancelRegistration')}
    </Button>
  )
}

function Certificate({ ids }: { ids: EventIds }) {
  return (
    <Button
      kind="secondary"
      icon="medal"
      full
      onClick={() => void navigate('recognition.certificate', ids)}
    >
      {t('event.certificate')}
    </Button>
  )
}

function AnswerSeat({ ids, event }: Pick<Props, 'ids' | 'event'>) {
  const promote = usePromote(ids)
  const answering = useWrite('event.answerSeat', CHANGED_BY_EVENTS)
  async function answer(accept: boolean) {
    const result = await answering.run({ ...ids, accept })
    if (!result.ok) return toast(sentenceOf(result.error), { kind: 'problem' })
    if (!accept && event.waiting > 0) promote()
    toast(t(accept ? 'event.seatAccepted' : 'event.seatDeclined'), { kind: 'done' })
  }
  return (
    <FixedAction>
      <Button kind="quiet" disabled={answering.busy} onClick={() => void answer(false)}>
        {t('event.declineSeat')}
      </Button>
      <Button full busy={answering.busy} onClick={() => void answer(true)}>
        {t('event.acceptSeat')}
      </Button>
    </FixedAction>
  )
}
