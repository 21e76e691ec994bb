import { View } from '@tarojs/components'
import type { CallOutput } from '../../../../types/contract'
import { Avatar } from '../../../components/Avatar'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { LevelTag } from '../../../components/LevelTag'
import { MedalRow } from '../../../components/MedalRow'
import { Sheet } from '../../../components/Sheet'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import { Tallies } from '../../../components/Tallies'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import { inFull } from '../../../i18n/time'
import { Appointing } from './appointing'

type Member = CallOutput<'member.list'>['items'][number]

interface Props {
  communityId: string
  /** Whose profile is open; null closes the sheet. */
  member: Member | null
  onClose: () => void
}

/** One member as the others may see them: never a contact. */
export function MemberSheet({ communityId, member, onClose }: Props) {
  const memberId = member?.memberId
  const timeZone = useTimeZone(communityId)
  const { data, error, refresh } = useRead(
    'member.getProfile',
    memberId ? { communityId, memberId } : null,
  )
  if (!member) return null
  const { nickname, avatar, role, skills, interests, joinedAt, level, frame, medals } =
    data ?? member
  return (
    <Sheet open title={nickname} onClose={onClose}>
      <View className="member">
        <View className="member__head">
          <Avatar id={avatar} size="large" frame={frame} />
          <View className="member__who">
            <View className="member__tags">
              {role !== 'member' && <Tag tone="indigo">{t(`community.${role}`)}</Tag>}
              <LevelTag level={level} />
            </View>
            <View className="member__since">
              {t('community.joined', { date: inFull(joinedAt, timeZone, 'day') })}
            </View>
          </View>
        </View>
        {error && <ErrorRetry inline error={error} onRetry={() => void refresh()} />}
        {!data && !error && <Skeleton shape="form" count={1} />}
        {data && (
          <Tallies
            given={data.helpGiven}
            received={data.helpReceived}
            hours={data.volunteerHours}
          />
        )}
        <MedalRow medals={medals} />
        <View className="member__label">{t('community.skills')}</View>
        {skills.length === 0 && <View className="member__none">{t('community.noSkills')}</View>}
        <View className="member__skills">
          {skills.map((skill) => (
            <Tag key={skill} tone="jade">
              {skill}
            </Tag>
          ))}
        </View>
        {interests.length > 0 && (
          <>
            <View className="member__label">{t('member.interests')}</View>
            <View className="member__skills">
              {interests.map((interest) => (
                <Tag key={interest}>{interest}</Tag>
              ))}
            </View>
          </>
        )}
        {data && data.mayAppoint.length > 0 && (
          <Appointing communityId={communityId} profile={data} />
        )}
      </View>
    </Sheet>
  )
}
