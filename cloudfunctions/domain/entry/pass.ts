import type { PassState } from '../../../types/pass'
import type { PassDoc } from '../../db/documents'

export function passStateOf(pass: PassDoc, at: Date): PassState {
  if (pass.revoked) return 'revoked'
  if (pass.until <= at) return 'over'
  return pass.usedBy === null ? 'open' : 'used'
}

/** Whether it lets this person in now: a used one only whoever used it, back from having left. */
export const admits = (pass: PassDoc, userId: string, at: Date): boolean => {
  const state = passStateOf(pass, at)
  return state === 'open' || (state === 'used' && pass.usedBy === userId)
}
