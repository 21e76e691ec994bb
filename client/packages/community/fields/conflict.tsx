import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { t } from '../../../i18n'
import { revealTop } from '../../../services/reveal'

interface Props {
  version: number
  onTake: () => void
  onKeep: () => void
}

/** Another admin published meanwhile: the two ways on. */
export function Conflict({ version, onTake, onKeep }: Props) {
  useEffect(revealTop, [])
  return (
    <Card tone="amber">
      {t('forms.conflict', { version })}
      <View className="fields-conflict">
        <Button kind="secondary" onClick={onTake}>
          {t('forms.takeTheirs')}
        </Button>
        <Button kind="quiet" onClick={onKeep}>
          {t('forms.keepMine')}
        </Button>
      </View>
    </Card>
  )
}
