import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { useShownCode } from '../../hooks/use-shown-code'
import { spoken } from '../a11y'
import './index.scss'
import { codePicture } from './picture'

interface Props {
  /** What a scanner reads; ASCII. */
  text: string
  /** What the code is for, for a screen reader. */
  label: string
}

/** A code to be scanned from this screen: black on white in the dark too, or scanners fail. */
export function QrCode({ text, label }: Props) {
  useShownCode(text, label)
  const picture = useMemo(() => codePicture(text), [text])
  return (
    <View className="hz-qr">
      <View
        className="hz-qr__picture"
        style={{ backgroundImage: `url("${picture}")` }}
        {...spoken({ role: 'img', label })}
      />
    </View>
  )
}
