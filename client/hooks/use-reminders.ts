import { REMINDERS_ASKED_MAX, type ReminderTopic } from '../../types/reminder'
import { toast } from '../components/Toast'
import { t } from '../i18n'
import { canSubscribe, requestSubscribe } from '../platform/subscribe'
import { useRead } from './use-read'
import { useWrite } from './use-write'

/** What WeChat may remind this person of here; empty where it cannot, or the operator has no templates. */
export function useReminders() {
  const { data } = useRead('inbox.getReminders', canSubscribe() ? {} : null)
  const grant = useWrite('inbox.grantReminders', ['inbox.getReminders'])
  const topics = data?.topics ?? []

  /** Asks at once, by a tap; reports what was said yes to. True when that was something. */
  async function ask(wanted: readonly ReminderTopic[]): Promise<boolean> {
    const asked = topics.filter(({ topic }) => wanted.includes(topic)).slice(0, REMINDERS_ASKED_MAX)
    const accepted = await requestSubscribe(asked.map(({ templateId }) => templateId))
    const granted = asked.filter(({ templateId }) => accepted.includes(templateId))
    if (granted.length === 0) {
      toast(t('remind.off'))
      return false
    }
    const { ok } = await grant.run({ topics: granted.map(({ topic }) => topic) })
    toast(t(ok ? 'remind.on' : 'remind.notKept'), { kind: ok ? 'done' : 'problem' })
    return ok
  }

  return { topics, ask, busy: grant.busy }
}
