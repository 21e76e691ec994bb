import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.scss'
import { listenToKeyboard, nameInputs } from './platform/window'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    listenToKeyboard()
    nameInputs()
  })
  return children
}
