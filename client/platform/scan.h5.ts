import { askConsole } from './console.h5'
import type { ScanCode } from './types'

/** The person chooses among the codes on the other phone's screen. */
export const scanCode: ScanCode = async () => {
  const code = (await askConsole('scan')) as { text?: unknown } | null
  return typeof code?.text === 'string' && code.text !== '' ? code.text : null
}
