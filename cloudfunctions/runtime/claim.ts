import type { RefusalCode } from '../../types/errors'
import { DuplicateKey } from '../db/failure'
import { refuse } from './errors'

/** Waits for a creation that people compete for; refuses with `code` when somebody came first. */
export async function claim(creation: Promise<void>, code: RefusalCode): Promise<void> {
  try {
    await creation
  } catch (error) {
    if (error instanceof DuplicateKey) refuse(code)
    throw error
  }
}
