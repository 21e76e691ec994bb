import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Refusal } from '../../../components/Refusal'
import { toast } from '../../../components/Toast'
import { useEntrance } from '../../../hooks/use-entrance'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { readGroupEntry } from '../../../platform/group-entry'

/** What stands between this community and the WeChat group the app was opened from. */
export function GroupBinding({ communityId }: { communityId: string }) {
  const { data: entrance } = useEntrance()
  const binding = useWrite('community.bindGroup', ['community.enter'])
  const duties = entrance?.communities.find(({ id }) => id === communityId)?.duties ?? []
  const bind = async () => {
    const group = await readGroupEntry()
    const { ok } = await binding.run({ communityId }, { group })
    if (ok) toast(t('community.bindDone'), { kind: 'done' })
  }

  if (entrance?.group === 'bound') {
    const isHere = entrance.opened === communityId
    return (
      <Card tone={isHere ? 'jade' : 'amber'}>
        {t(isHere ? 'community.bound' : 'community.boundElsewhere')}
      </Card>
    )
  }
  if (entrance?.group === 'unbound' && duties.includes('bindGroup')) {
    return (
      <Card>
        <View className="binding__title">{t('community.bindOpened')}</View>
        <View className="binding__text">{t('community.bindOpenedText')}</View>
        <Refusal error={binding.error} busy={binding.busy} onRetry={() => void bind()} />
        <View className="binding__action">
          <Button kind="secondary" icon="link" busy={binding.busy} onClick={() => void bind()}>
            {t('community.bind')}
          </Button>
        </View>
      </Card>
    )
  }
  return (
    <Card>
      <View className="binding__title">{t('community.bindHow')}</View>
      <View className="binding__text">{t('community.bindHowText')}</View>
    </Card>
  )
}
