import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Quote } from '../../components/Quote'
import { t } from '../../i18n'
import { storage } from '../../platform/storage'

interface Props {
  communityId: string
  words: string
}

/** The community's own words to who has just come, until they say that they have read them. */
export function Welcomed({ communityId, words }: Props) {
  const slot = `welcomed:${communityId}`
  const [isRead, setRead] = useState(() => storage.get(slot) !== null)
  if (isRead) return null
  const close = () => {
    storage.set(slot, 'yes')
    setRead(true)
  }
  return (
    <Card tone="jade">
      <Quote words={words} />
      <View>
        <Button small kind="quiet" onClick={close}>
          {t('common.understood')}
        </Button>
      </View>
    </Card>
  )
}
