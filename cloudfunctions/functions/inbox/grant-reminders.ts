import { REMINDERS_LEFT_MAX } from '../../../types/reminder'
import type { RemindersDoc } from '../../db/documents'
import { write } from '../../runtime/action'
import { anybody } from './policy'

/**
 * The person has said yes at WeChat: one more message of each of these topics. A phone that reports a
 * yes which was none is corrected by WeChat's refusal when a message is sent.
 */
export const grantReminders = write('inbox.grantReminders', {
  load: async ({ tx, actor }) => ({ budget: await tx.get('reminders', actor.userId) }),
  allow: anybody,
  act: async ({ tx, actor: { userId, openid }, input: { topics }, now }, { budget }) => {
    const before: RemindersDoc = budget ?? {
      _id: userId,
      v: 1,
      createdAt: now,
      userId,
      openid,
      left: {},
    }
    const more = topics.map((topic) => [
      topic,
      Math.min((before.left[topic] ?? 0) + 1, REMINDERS_LEFT_MAX),
    ])
    await tx.put('reminders', { ...before, left: { ...before.left, ...Object.fromEntries(more) } })
    return {}
  },
})
