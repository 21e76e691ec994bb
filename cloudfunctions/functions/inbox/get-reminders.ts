import { REMINDER_TOPICS } from '../../../types/reminder'
import { read } from '../../runtime/action'
import { reminderTemplates } from '../../runtime/reminder-templates'
import { anybody } from './policy'

/** What WeChat may remind this person of, and of how many messages each. */
export const getReminders = read('inbox.getReminders', {
  fetch: ({ store, userId }) => store.get('reminders', userId),
  allow: anybody,
  reply: async (_context, budget) => {
    const templates = reminderTemplates()
    return {
      topics: REMINDER_TOPICS.flatMap((topic) => {
        const template = templates[topic]
        return template ? [{ topic, templateId: template.id, left: budget?.left[topic] ?? 0 }] : []
      }),
    }
  },
})
