import type { Registration } from '../../../../types/event'
import type { WriteResult } from '../../../hooks/use-write'
import type { CallError } from '../../../services/call'

type Part = Pick<Registration, 'registrationId' | 'member' | 'guests'>
export interface NotApproved {
  part: Part
  error: CallError
}
export interface Outcome {
  seated: number
  /** Approved while no seat was left: they are in line. */
  inLine: number
  /** Those it did not work for, each with the reason; sending them again is safe. */
  failed: NotApproved[]
}

interface Steps {
  approve: (part: Part) => Promise<WriteResult<{ state: Registration['state'] }>>
  wait: (ms: number) => Promise<void>
  /** How many of them have been answered so far. */
  onProgress: (done: number) => void
}

/** What holds for one person; anything else (no network, begun already) holds for all who follow. */
const isOnesOwn = ({ code }: CallError) => code === 'not_registered' || code === 'not_found'

/**
 * Approves one after the other, in the order in which they asked, each by an exactly-once call of its
 * own. Waits where the cloud asks for a slower pace; a party that does not fit lets smaller ones pass.
 */
export async function approveEach(
  parts: readonly Part[],
  { approve, wait, onProgress }: Steps,
): Promise<Outcome> {
  const outcome: Outcome = { seated: 0, inLine: 0, failed: [] }
  let tooLarge: { party: number; error: CallError } | null = null
  for (const [done, part] of parts.entries()) {
    onProgress(done)
    if (tooLarge && part.guests >= tooLarge.party) {
      outcome.failed.push({ part, error: tooLarge.error })
      continue
    }
    const result = await unhurried(() => approve(part), wait)
    if (result.ok) {
      if (result.data.state === 'waiting') outcome.inLine += 1
      else outcome.seated += 1
      continue
    }
    const { error } = result
    outcome.failed.push({ part, error })
    if (error.code === 'event_full') tooLarge = { party: part.guests, error }
    else if (!isOnesOwn(error)) {
      outcome.failed.push(...parts.slice(done + 1).map((rest) => ({ part: rest, error })))
      return outcome
    }
  }
  return outcome
}

/** Sends again when the pace allows it. */
async function unhurried<T>(
  send: () => Promise<WriteResult<T>>,
  wait: (ms: number) => Promise<void>,
): Promise<WriteResult<T>> {
  const result = await send()
  if (result.ok || result.error.code !== 'too_fast') return result
  await wait(Number(result.error.params.seconds ?? 1) * 1000)
  return unhurried(send, wait)
}
