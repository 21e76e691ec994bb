import { View } from '@tarojs/components'
import { useState } from 'react'
import type { EventDetail, Registration } from '../../../../types/event'
import { Avatar } from '../../../components/Avatar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Quote } from '../../../components/Quote'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { Tag } from '../../../components/Tag'
import { toast } from '../../../components/Toast'
import type { Tone } from '../../../components/tone'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { CHANGED_BY_EVENTS, type EventIds } from '../parts/ids'

interface Props {
  ids: EventIds
  event: EventDetail
  registration: Registration
  timeZone: string
}

const tones = {
  requested: 'amber',
  waiting: 'amber',
  offered: 'amber',
  seated: 'jade',
  attended: 'jade',
  declined: 'ink',
  cancelled: 'ink',
  noShow: 'ink',
} as const satisfies Record<Registration['state'], Tone>

/** One who signed up, what they answered, and the two decisions where they wait for one. */
export function RegistrationCard({ ids, event, registration, timeZone }: Props) {
  const { member, state, guests, answers, place, registeredAt } = registration
  const isPicked = state === 'waiting' && event.form.waitlist === 'pick'
  return (
    <Card
      slip={
        state === 'requested' || isPicked ? (
          <Decision ids={ids} registration={registration} isPicked={isPicked} />
        ) : state === 'noShow' && !registration.isExcused ? (
          <Excuse ids={ids} registration={registration} />
        ) : undefined
      }
    >
      <View className="registration">
        <Avatar id={member.avatar} />
        <View className="registration__who">
          <View className="registration__name">{member.nickname}</View>
          <View className="registration__note">
            {ago(registeredAt, timeZone)}
            {guests > 0 && ` · ${t('event.withGuests', { count: guests })}`}
            {place !== null && ` · ${t('event.placeInLine', { place })}`}
          </View>
        </View>
        <Tag tone={tones[state]}>
          {t(registration.isExcused ? 'event.reg_excused' : `event.reg_${state}`)}
        </Tag>
      </View>
      {registration.dispute && <Quote words={registration.dispute} by={t('event.says')} />}
      {answers.map(({ label, value }) => (
        <View key={label} className="registration__answer">
          <View className="registration__note">{label}</View>
          <View className="registration__value">
            {Array.isArray(value) ? value.join('、') : value}
          </View>
        </View>
      ))}
    </Card>
  )
}

/** Takes a no-show back, with a reason that stays in the log. */
function Excuse({ ids, registration }: Pick<Props, 'ids' | 'registration'>) {
  const { registrationId, member } = registration
  const excusing = useWrite('event.excuseNoShow', CHANGED_BY_EVENTS)
  const [isOpen, setOpen] = useState(false)
  const name = member.nickname
  async function excuse(reason: string) {
    const { ok } = await excusing.run({ ...ids, registrationId, reason })
    if (!ok) return
    setOpen(false)
    toast(t('event.excused'), { kind: 'done' })
  }
  return (
    <View className="registration__acts">
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('event.excuse')}
      </Button>
      {isOpen && (
        <ReasonSheet
          title={t('event.excuseTitle', { name })}
          lead={t('event.excuseLead')}
          reasons={[t('event.whyExcuse1'), t('event.whyExcuse2')]}
          doText={t('event.excuse')}
          decision={{ ...excusing, communityId: ids.communityId }}
          onDo={excuse}
          onClose={() => setOpen(false)}
        />
      )}
    </View>
  )
}

interface DecisionProps {
  ids: EventIds
  registration: Registration
  /** From the waitlist: a seat is given; it need not be refused. */
  isPicked: boolean
}

function Decision({ ids, registration, isPicked }: DecisionProps) {
  const { registrationId, member } = registration
  const deciding = useWrite('event.decideRegistration', CHANGED_BY_EVENTS)
  const [isDeclining, setDeclining] = useState(false)
  const name = member.nickname

  async function decide(verdict: 'approve' | 'decline', reason?: string) {
    const result = await deciding.run({
      ...ids,
      registrationId,
      verdict,
      ...(reason === undefined ? {} : { reason }),
    })
    if (!result.ok) {
      if (verdict === 'approve') toast(sentenceOf(result.error), { kind: 'problem' })
      return
    }
    setDeclining(false)
    const said = verdict === 'approve' ? 'event.approved' : 'event.declinedDone'
    toast(t(said, { name }), { kind: 'done' })
  }

  return (
    <>
      <View className="registration__acts">
        {!isPicked && (
          <Button kind="quiet" disabled={deciding.busy} onClick={() => setDeclining(true)}>
            {t('event.decline')}
          </Button>
        )}
        <Button kind="secondary" busy={deciding.busy} onClick={() => void decide('approve')}>
          {t(isPicked ? 'event.pick' : 'event.approve')}
        </Button>
      </View>
      {isDeclining && (
        <ReasonSheet
          title={t('event.declineTitle', { name })}
          lead={t('event.declineLead')}
          reasons={[t('event.whyDecline1'), t('event.whyDecline2')]}
          doText={t('event.decline')}
          decision={{ ...deciding, communityId: ids.communityId }}
          onDo={(reason) => decide('decline', reason)}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  )
}
