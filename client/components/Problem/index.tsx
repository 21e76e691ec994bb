import { View } from '@tarojs/components'
import { t } from '../../i18n'
import type { CallError } from '../../services/call'
import { navigate } from '../../services/navigate'
import { Button } from '../Button'
import { Refusal } from '../Refusal'
import './index.scss'

interface Props {
  error: CallError | undefined
  communityId: string
  busy: boolean
  onRetry: () => void
}

/** Why it was not done; where reading the rules is what is missing, the way to them. */
export function Problem({ error, communityId, busy, onRetry }: Props) {
  return (
    <>
      <Refusal error={error} busy={busy} onRetry={onRetry} />
      {error?.code === 'training_required' && (
        <View className="hz-problem">
          <Button
            full
            kind="secondary"
            icon="book"
            onClick={() => void navigate('entry.training', { communityId })}
          >
            {t('training.need')}
          </Button>
        </View>
      )}
      {error?.code === 'rules_not_accepted' && (
        <View className="hz-problem">
          <Button
            full
            kind="secondary"
            icon="rules"
            onClick={() => void navigate('community.rules', { communityId })}
          >
            {t('common.readRules')}
          </Button>
        </View>
      )}
    </>
  )
}
