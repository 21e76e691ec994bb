import { View } from '@tarojs/components'
import { Avatar } from '../../components/Avatar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { ErrorRetry } from '../../components/ErrorRetry'
import { LevelTag } from '../../components/LevelTag'
import { MedalRow } from '../../components/MedalRow'
import { Skeleton } from '../../components/Skeleton'
import { Tag } from '../../components/Tag'
import { Tallies } from '../../components/Tallies'
import type { Membership } from '../../hooks/use-entrance'
import { useRead } from '../../hooks/use-read'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'

/** Who I am here: picture, name, role, skills, and the two tallies. */
export function Head({ membership }: { membership: Membership }) {
  const { id: communityId, memberId } = membership
  const { data: me, error, refresh } = useRead('member.getProfile', { communityId, memberId })
  if (!me) {
    return error ? (
      <ErrorRetry error={error} onRetry={() => void refresh()} />
    ) : (
      <Skeleton shape="row" count={2} />
    )
  }
  const { nickname, avatar, role, skills } = me
  return (
    <>
      <View className="me">
        <Avatar id={avatar} size="huge" frame={me.frame} />
        <View className="me__who">
          <View className="me__name">{nickname}</View>
          <View className="me__tags">
            {role !== 'member' && <Tag tone="indigo">{t(`community.${role}`)}</Tag>}
            <LevelTag level={me.level} />
          </View>
          <Button
            kind="quiet"
            small
            icon="edit"
            className="me__edit"
            onClick={() => void navigate('member.profile', { communityId })}
          >
            {t('member.editProfile')}
          </Button>
        </View>
      </View>
      <Card>
        <Tallies given={me.helpGiven} received={me.helpReceived} hours={me.volunteerHours} />
        <MedalRow medals={me.medals} />
        {skills.length > 0 && (
          <View className="me__skills">
            {skills.map((skill) => (
              <Tag key={skill} tone="jade">
                {skill}
              </Tag>
            ))}
          </View>
        )}
      </Card>
    </>
  )
}
