import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import type { OrderDetail } from '../../../../types/store'
import { QrCode } from '../../../components/QrCode'
import { t } from '../../../i18n'

interface Props {
  pickup: NonNullable<OrderDetail['pickup']>
  itemName: string
  /** The code has run out: ask for the next. */
  onOld: () => void
}

/** A little later than the cloud's clock says, so that the next answer holds a new code. */
const AFTER_MS = 1_000

/** The code to be scanned, and the same as letters to be read out. */
export function PickupCode({ pickup, itemName, onOld }: Props) {
  const { code, until } = pickup
  const ask = useRef(onOld)
  ask.current = onOld
  useEffect(() => {
    const leftMs = Math.max(AFTER_MS, Date.parse(until) - Date.now() + AFTER_MS)
    const timer = setTimeout(() => ask.current(), leftMs)
    return () => clearTimeout(timer)
  }, [until])
  return (
    <View className="pickup">
      <View className="pickup__lead">{t('store.showCode')}</View>
      <QrCode text={code} label={t('store.codeLabel', { item: itemName })} />
      <View className="pickup__code">{code.toUpperCase()}</View>
      <View className="pickup__note">{t('store.codeChanges')}</View>
    </View>
  )
}
