import { reminderPath } from '../../../types/reminder'
import type { CommunityDoc, MessageDoc, RemindersDoc } from '../../db/documents'
import { gte, oneOf, store } from '../../db/store'
import { REMINDERS } from '../../domain/reminders/table'
import { fieldsOf, wordsOf } from '../../domain/reminders/words'
import { now } from '../../runtime/clock'
import { described, log } from '../../runtime/log'
import { type ReminderTemplates, reminderTemplates } from '../../runtime/reminder-templates'
import { NOT_SUBSCRIBED, sendSubscribeMessage, WeChatFailure } from '../../runtime/wechat'

/** News of yesterday is read in the inbox. */
const LATE_MS = 24 * 3_600_000
/** A minute is shared with the other jobs; what is left waits for the next. */
const RUN_MS = 10_000

/**
 * Reminds by WeChat of messages that their readers have not seen and have a yes left for, oldest
 * first. Each is claimed before it is sent, so it is sent at most once whatever is repeated or breaks
 * off; one that was lost on the way is still in the inbox. Answers how many WeChat took.
 */
export async function remind(limit: number): Promise<number> {
  const due = await store.find('messages', {
    where: { remind: true },
    orderBy: ['_id', 'asc'],
    limit,
  })
  if (due.length === 0) return 0
  const templates = reminderTemplates()
  const budgets = await store.getMany(
    'reminders',
    due.map(({ userId }) => userId),
  )
  const byUser = new Map(budgets.map((budget) => [budget.userId, budget]))
  const at = now()
  const isWanted = (message: MessageDoc) => {
    const topic = REMINDERS[message.kind]?.topic
    const isNews = !message.read && at.getTime() - message.createdAt.getTime() < LATE_MS
    return isNews && topic && templates[topic] && (byUser.get(message.userId)?.left[topic] ?? 0) > 0
  }
  const wanted = due.filter(isWanted)
  const rest = due.filter((message) => !isWanted(message)).map(({ _id }) => _id)
  if (rest.length > 0) {
    await store.updateWhere('messages', { _id: oneOf(rest) }, { remind: false })
  }
  return wanted.length === 0 ? 0 : sendAll(wanted, byUser, templates)
}

async function sendAll(
  wanted: readonly MessageDoc[],
  byUser: ReadonlyMap<string, RemindersDoc>,
  templates: ReminderTemplates,
): Promise<number> {
  const communities = await store.getMany(
    'communities',
    wanted.map(({ communityId }) => communityId),
  )
  const byId = new Map(communities.map((community) => [community._id, community]))
  const until = Date.now() + RUN_MS
  let sent = 0
  for (const message of wanted) {
    if (Date.now() > until) break
    const budget = byUser.get(message.userId)
    if (!budget) continue
    const outcome = await sendOne(message, budget, byId.get(message.communityId), templates)
    // Nobody answers there: each further one would be lost as well.
    if (outcome === 'unreachable') break
    if (outcome === 'sent') sent += 1
  }
  return sent
}

type Outcome = 'sent' | 'skipped' | 'refused' | 'unreachable'

async function sendOne(
  message: MessageDoc,
  { userId, openid }: RemindersDoc,
  community: CommunityDoc | undefined,
  templates: ReminderTemplates,
): Promise<Outcome> {
  const topic = REMINDERS[message.kind]?.topic
  const template = topic && templates[topic]
  const words = wordsOf(message, community?.timeZone ?? 'UTC')
  const claimed = await store.amend('messages', message._id, {
    when: { remind: true },
    set: { remind: false },
  })
  if (!claimed || claimed.read || !template || !words) return 'skipped'
  const left = `left.${topic}`
  const taken = await store.amend('reminders', userId, {
    when: { [left]: gte(1) },
    add: { [left]: -1 },
  })
  if (!taken) return 'skipped'
  try {
    await sendSubscribeMessage({
      openid,
      templateId: template.id,
      page: reminderPath(message.communityId, message.target),
      fields: fieldsOf(words, template.fields),
    })
    return 'sent'
  } catch (error) {
    log('error', { event: 'reminder.failed', message: message._id, ...described(error) })
    const errcode = error instanceof WeChatFailure ? error.errcode : null
    if (errcode === null) return 'unreachable'
    // WeChat's count is the true one; where it only did not take this message, the yes is still good.
    const change = errcode === NOT_SUBSCRIBED ? { set: { [left]: 0 } } : { add: { [left]: 1 } }
    await store.amend('reminders', userId, change)
    return 'refused'
  }
}
