import { tellConsole } from './console.h5'
import type { AnnounceCode } from './types'

export const announceCode: AnnounceCode = ({ text, label }) => {
  tellConsole({ type: 'code-shown', text, label })
  return () => void tellConsole({ type: 'code-hidden', text })
}
