import * as v from 'valibot'
import { type MessageTarget, messageTarget } from './message-target'
import { done } from './shape'

/**
 * What a person may be reminded of by WeChat, outside of the app: one subscribe message each. WeChat
 * asks for each topic by a template of its own; a yes is good for one message.
 */
export const REMINDER_TOPICS = ['result', 'help', 'deadline', 'event', 'order', 'work'] as const
export const reminderTopic = v.picklist(REMINDER_TOPICS)
export type ReminderTopic = v.InferOutput<typeof reminderTopic>

/** WeChat shows at most this many templates in one question. */
export const REMINDERS_ASKED_MAX = 5
/** Counted no further: somebody who said yes fifty times need not be asked again. */
export const REMINDERS_LEFT_MAX = 50

const topics = v.pipe(
  v.array(reminderTopic),
  v.minLength(1),
  v.maxLength(REMINDERS_ASKED_MAX),
  v.check((given) => new Set(given).size === given.length, 'twice'),
)

/** Reminders are a person's, across communities, like the inbox. */
export const reminderCalls = {
  /** The topics that this deployment has templates for, and how many messages the person will take. */
  'inbox.getReminders': {
    kind: 'read',
    scope: 'visitor',
    input: v.object({}),
    output: v.object({
      topics: v.array(v.object({ topic: reminderTopic, templateId: v.string(), left: v.number() })),
    }),
  },
  /** The phone reports for which topics WeChat's question was answered with yes. */
  'inbox.grantReminders': {
    kind: 'write',
    scope: 'visitor',
    input: v.object({ topics }),
    output: done,
  },
} as const

/** The page a reminder opens: the inbox, which leads on to what the message is about. */
export const REMINDER_PAGE = 'packages/member/inbox/index'

/** The address of a reminder, as WeChat wants it: without a leading slash. */
export function reminderPath(communityId: string, target: MessageTarget): string {
  const pairs = Object.entries({ communityId, ...target })
  const query = pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `${REMINDER_PAGE}?${query.join('&')}`
}

/** What such an address leads to; null when it names nothing. */
export function reminderTarget(params: Readonly<Record<string, unknown>>): MessageTarget | null {
  const parsed = v.safeParse(messageTarget, params)
  return parsed.success ? parsed.output : null
}
