import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Application } from '../../../../types/entry'
import { Avatar } from '../../../components/Avatar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { PickBox } from '../../../components/PickBox'
import { Quote } from '../../../components/Quote'
import { Tag } from '../../../components/Tag'
import { useUndo } from '../../../hooks/use-undo'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { ago, inFull } from '../../../i18n/time'
import type { CallError } from '../../../services/call'
import { DeclineSheet } from './decline-sheet'

/** What a decision, and taking it back, makes out of date. */
const CHANGES = ['entry.listApplications', 'member.getHome', 'workbench.list']

interface Props {
  communityId: string
  application: Application
  timeZone: string
  /** The one to be decided first: its approval is the screen's main action. */
  isNext: boolean
  onSettled: () => void
  onUndone: () => void
  onRefused: (error: CallError) => void
  /** While several are picked for one decision. */
  picked?: boolean
  onPick?: () => void
}

/** One application as its applicant wrote it, with the two decisions below the perforation. */
export function ApplicationCard(props: Props) {
  const { communityId, application, timeZone, isNext, onSettled, onUndone, onRefused } = props
  const { picked, onPick } = props
  const { applicationId, revision, nickname, avatar, skills, answers, submittedAt } = application
  const [isDeclining, setDeclining] = useState(false)
  const deciding = useWrite('entry.decide', CHANGES)
  const sayWithUndo = useUndo('entry.undoDecision', CHANGES)

  async function decide(verdict: 'approve' | 'decline', reason?: string) {
    const result = await deciding.run({
      communityId,
      applicationId,
      revision,
      verdict,
      ...(reason === undefined ? {} : { reason }),
    })
    setDeclining(false)
    if (!result.ok) return onRefused(result.error)
    onSettled()
    const said = verdict === 'approve' ? 'entry.approvedToast' : 'entry.declinedToast'
    sayWithUndo(t(said, { name: nickname }), { communityId, applicationId, revision }, onUndone)
  }

  const isOpen = application.state === 'pending' && !application.own && !onPick
  return (
    <>
      <Card
        slip={
          isOpen ? (
            <View className="application__acts">
              <Button kind="quiet" disabled={deciding.busy} onClick={() => setDeclining(true)}>
                {t('entry.decline')}
              </Button>
              <Button
                kind={isNext ? 'main' : 'secondary'}
                busy={deciding.busy}
                onClick={() => void decide('approve')}
              >
                {t('entry.approve')}
              </Button>
            </View>
          ) : undefined
        }
      >
        <View className="application__head">
          {onPick && <PickBox label={nickname} picked={Boolean(picked)} onPick={onPick} />}
          <Avatar id={avatar} />
          <View className="application__who">
            <View className="application__name">{nickname}</View>
            <View className="application__when">
              {t('entry.submitted', { time: ago(submittedAt, timeZone) })}
            </View>
          </View>
        </View>
        {skills.length > 0 && (
          <View className="application__skills">
            {skills.map((skill) => (
              <Tag key={skill} tone="jade">
                {skill}
              </Tag>
            ))}
          </View>
        )}
        {answers.map(({ label, value }) => (
          <View key={label} className="application__answer">
            <View className="application__label">{label}</View>
            <View className="application__value">{value}</View>
          </View>
        ))}
        {application.previousReason && (
          <View className="application__before">
            <Quote
              words={application.previousReason}
              by={t(application.state === 'declined' ? 'entry.declinedFor' : 'entry.corrected')}
              tone="amber"
            />
          </View>
        )}
        <History application={application} timeZone={timeZone} />
        {application.own && application.state === 'pending' && (
          <View className="application__own">{t('entry.ownApplication')}</View>
        )}
      </Card>
      <DeclineSheet
        open={isDeclining}
        name={nickname}
        busy={deciding.busy}
        onClose={() => setDeclining(false)}
        onDecline={(reason) => void decide('decline', reason)}
      />
    </>
  )
}

/** What became of earlier tries, for one who comes again. The reason above is not said twice. */
function History({ application, timeZone }: { application: Application; timeZone: string }) {
  const { history, state } = application
  const earlier = state === 'pending' ? history : history.slice(0, -1)
  if (earlier.length === 0) return null
  return (
    <View className="application__history">
      {earlier.map((event) => (
        <View key={event.at} className="application__event">
          {inFull(event.at, timeZone, 'day')} · {t(`entry.event_${event.state}`)}
          {event.reason ? `：${event.reason}` : ''}
        </View>
      ))}
    </View>
  )
}
