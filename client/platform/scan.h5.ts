import type { ScanCode } from './types'

export const scanCode: ScanCode = async () => null
