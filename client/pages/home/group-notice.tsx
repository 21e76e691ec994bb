import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Refusal } from '../../components/Refusal'
import { toast } from '../../components/Toast'
import type { Entrance, Membership } from '../../hooks/use-entrance'
import { useWrite } from '../../hooks/use-write'
import { t } from '../../i18n'
import { readGroupEntry } from '../../platform/group-entry'
import { navigate } from '../../services/navigate'

interface Props {
  entrance: Entrance
  /** The open community, which those with the duty may bind to the group. */
  membership: Membership | null
}

/** What is to be said of the group the app was opened from: it has no community, or is not proven. */
export function GroupNotice({ entrance, membership }: Props) {
  const binding = useWrite('community.bindGroup', ['community.enter'])
  if (entrance.group === 'refused') {
    return (
      <Card tone="amber">
        <View className="home-notice__title">{t('home.groupRefused')}</View>
        <View className="home-notice__text">{t('home.groupRefusedText')}</View>
      </Card>
    )
  }
  // Who belongs nowhere yet reads the same on the welcome page itself.
  if (entrance.group !== 'unbound' || !membership) return null
  const mayBind = membership.duties.includes('bindGroup')
  const bind = async () => {
    const group = await readGroupEntry()
    const { ok } = await binding.run({ communityId: membership.id }, { group })
    if (ok) toast(t('community.bindDone'), { kind: 'done' })
  }
  return (
    <Card tone="indigo">
      <View className="home-notice__title">{t('home.unboundTitle')}</View>
      <View className="home-notice__text">{t('home.unboundText', { name: membership.name })}</View>
      <Refusal error={binding.error} onRetry={() => void bind()} />
      <View className="home-notice__actions">
        {mayBind && (
          <Button kind="secondary" busy={binding.busy} onClick={() => void bind()}>
            {t('home.bind')}
          </Button>
        )}
        <Button
          kind={mayBind ? 'quiet' : 'secondary'}
          onClick={() => void navigate('community.create')}
        >
          {t('home.createForGroup')}
        </Button>
      </View>
    </Card>
  )
}
