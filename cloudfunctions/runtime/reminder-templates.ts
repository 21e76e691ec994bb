import * as v from 'valibot'
import { REMINDER_TOPICS, type ReminderTopic } from '../../types/reminder'
import { ROLES } from '../domain/reminders/words'
import { log } from './log'

/** A template as the operator chose it at WeChat: which of its fields holds what. */
const template = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  fields: v.record(v.picklist(ROLES), v.pipe(v.string(), v.regex(/^[a-z_]+\d*$/))),
})
const setting = v.record(v.picklist(REMINDER_TOPICS), template)
export type ReminderTemplates = Partial<Record<ReminderTopic, v.InferOutput<typeof template>>>

/**
 * The templates of this deployment, from `HUZHU_REMINDERS` (docs/deploy.md): JSON, by topic. None where
 * nothing is set; what cannot be read is logged and counts as nothing, since the inbox has it all.
 */
export function reminderTemplates(): ReminderTemplates {
  const text = process.env.HUZHU_REMINDERS
  if (!text) return {}
  try {
    return v.parse(setting, JSON.parse(text))
  } catch (error) {
    log('error', { event: 'reminders.setting', why: error instanceof Error ? error.message : '' })
    return {}
  }
}
