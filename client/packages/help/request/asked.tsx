import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RequestDetail } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { t } from '../../../i18n'
import { Answers } from './answers'
import { sortOffers } from './standing'

interface Props {
  request: RequestDetail
  timeZone: string
}

/**
 * What was asked, in full; folded for the requester once somebody has offered: they know what they
 * wrote, and what waits for them stands below.
 */
export function Asked({ request, timeZone }: Props) {
  const { waiting, taken } = sortOffers(request)
  const [isOpen, setOpen] = useState(false)
  if (isOpen || !request.own || waiting.length + taken.length === 0) {
    return <Answers request={request} timeZone={timeZone} />
  }
  return (
    <View className="request-folded">
      <Button small kind="quiet" icon="down" onClick={() => setOpen(true)}>
        {t('help.seeAnswers')}
      </Button>
    </View>
  )
}
