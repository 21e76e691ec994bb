import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Application } from '../../../../types/entry'
import { Avatar } from '../../../components/Avatar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Quote } from '../../../components/Quote'
import { Tag } from '../../../components/Tag'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'
import type { CallError } from '../../../services/call'
import { DeclineSheet } from './decline-sheet'

interface Props {
  communityId: string
  application: Application
  timeZone: string
  /** The one to be decided first: its approval is the screen's main action. */
  isNext: boolean
  onSettled: () => void
  onRefused: (error: CallError) => void
}

/** One application as its applicant wrote it, with the two decisions below the perforation. */
export function ApplicationCard(props: Props) {
  const { communityId, application, timeZone, isNext, onSettled, onRefused } = props
  const { applicationId, revision, nickname, avatar, skills, answers, submittedAt } = application
  const [isDeclining, setDeclining] = useState(false)
  const deciding = useWrite('entry.decide', ['entry.listApplications', 'member.getHome'])

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
    toast(t(said, { name: nickname }), { kind: 'done' })
  }

  const isOpen = application.state === 'pending' && !application.own
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
