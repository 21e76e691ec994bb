import type { WriteName } from '../../../../types/contract'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { toast } from '../../../components/Toast'
import { useWrite, type WriteState } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { CHANGED_BY_EVENTS } from '../parts/ids'
import { usePromote } from '../parts/use-promote'
import { FeedbackSheet } from './feedback-sheet'
import { RegisterSheet } from './register-sheet'
import type { OpenSheet, SheetProps } from './sheet'

interface Props extends SheetProps {
  timeZone: string
  open: OpenSheet
}

/** The sheet of the decision that is open; it stays until the cloud has answered. */
export function Sheets({ open, timeZone, ...shared }: Props) {
  switch (open) {
    case 'register':
      return <RegisterSheet {...shared} timeZone={timeZone} />
    case 'feedback':
      return <FeedbackSheet {...shared} />
    case 'cancelRegistration':
      return <LeaveSheet {...shared} />
    case 'cancel':
      return <CancelSheet {...shared} />
    case 'dispute':
      return <DisputeSheet {...shared} />
  }
}

/** Sends a reason; done, the sheet closes and a note says so. */
function useReason<N extends WriteName>(
  writing: WriteState<N>,
  doneText: string,
  onClose: () => void,
  onDone?: () => void,
) {
  return async (input: Parameters<WriteState<N>['run']>[0]) => {
    const { ok } = await writing.run(input)
    if (!ok) return
    onDone?.()
    toast(doneText, { kind: 'done' })
    onClose()
  }
}

function LeaveSheet({ ids, event, onClose }: SheetProps) {
  const writing = useWrite('event.cancelRegistration', CHANGED_BY_EVENTS)
  const promote = usePromote(ids)
  const isFreeing = event.waiting > 0 && event.registration?.state !== 'waiting'
  const send = useReason(writing, t('event.left'), onClose, isFreeing ? promote : undefined)
  const isWaiting = event.registration?.state === 'waiting'
  return (
    <ReasonSheet
      title={t(isWaiting ? 'event.leaveWaitlist' : 'event.cancelRegistrationTitle')}
      lead={t('event.cancelRegistrationLead')}
      reasons={[t('event.whyLeave1'), t('event.whyLeave2'), t('event.whyLeave3')]}
      doText={t(isWaiting ? 'event.leaveWaitlist' : 'event.cancelRegistration')}
      decision={{ ...writing, communityId: ids.communityId }}
      onDo={(reason) => send({ ...ids, reason })}
      onClose={onClose}
    />
  )
}

function CancelSheet({ ids, onClose }: SheetProps) {
  const writing = useWrite('event.cancel', CHANGED_BY_EVENTS)
  const send = useReason(writing, t('event.cancelled'), onClose)
  return (
    <ReasonSheet
      title={t('event.cancelTitle')}
      lead={t('event.cancelLead')}
      reasons={[t('event.whyCancel1'), t('event.whyCancel2'), t('event.whyCancel3')]}
      doText={t('event.cancel')}
      decision={{ ...writing, communityId: ids.communityId }}
      onDo={(reason) => send({ ...ids, reason })}
      onClose={onClose}
    />
  )
}

function DisputeSheet({ ids, onClose }: SheetProps) {
  const writing = useWrite('event.disputeNoShow', CHANGED_BY_EVENTS)
  const send = useReason(writing, t('event.disputed'), onClose)
  return (
    <ReasonSheet
      title={t('event.disputeTitle')}
      lead={t('event.disputeLead')}
      reasons={[t('event.whyDispute1'), t('event.whyDispute2')]}
      doText={t('event.dispute')}
      decision={{ ...writing, communityId: ids.communityId }}
      onDo={(words) => send({ ...ids, words })}
      onClose={onClose}
    />
  )
}
