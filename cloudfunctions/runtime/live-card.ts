import { described, log } from './log'
import { ask, WeChatFailure } from './wechat'

export type Activity = { activityId: string; expiresAt: Date }

/** A new live card of WeChat's, good for a day; null when there is none to have now. Never throws. */
export async function startActivity(): Promise<Activity | null> {
  try {
    const { activity_id: id, expiration_time: until } = await ask(
      'updatableMessage.createActivityId',
      {},
    )
    if (typeof id !== 'string' || typeof until !== 'number') return null
    return { activityId: id, expiresAt: new Date(until * 1000) }
  } catch (error) {
    log('error', { event: 'liveCard.not_started', ...described(error) })
    return null
  }
}

/** Refusals that no later try mends: no such activity, its life is over. */
const GONE = [47501, 47504]
/** The card is in this state, or past it. */
const NOT_NEWER = 47502

/**
 * Changes a card wherever it lies. `gone`: WeChat knows it no more; `later`: it could not be told now.
 * Telling the same again is harmless. Never throws.
 */
export async function tellActivity(
  activityId: string,
  { state, taken, total }: { state: 0 | 1 | 2; taken: number; total: number },
): Promise<'told' | 'gone' | 'later'> {
  const words = [
    { name: 'member_count', value: String(taken) },
    { name: 'room_limit', value: String(total) },
  ]
  try {
    await ask('updatableMessage.setUpdatableMsg', {
      activity_id: activityId,
      target_state: state,
      template_info: { parameter_list: words },
    })
    return 'told'
  } catch (error) {
    const code = error instanceof WeChatFailure ? error.errcode : null
    // Told before, by a run whose note of it was lost.
    if (code === NOT_NEWER && state > 0) return 'told'
    if (code !== null && GONE.includes(code)) return 'gone'
    log('error', { event: 'liveCard.not_told', ...described(error) })
    return 'later'
  }
}
