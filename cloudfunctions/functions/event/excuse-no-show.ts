import { newsOf } from '../../domain/events/message'
import { isExcused } from '../../domain/events/no-show'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { fetchRegistrant, loadEvent, ofEvent } from './load'
import { mayManage } from './policy'
import { screenReason } from './words'

/** The organiser takes a no-show back: it counts no more, and its person is told. It stays in both logs. */
export const excuseNoShow = write('event.excuseNoShow', {
  fetch: fetchRegistrant,
  load: loadEvent,
  screen: screenReason,
  allow: mayManage,
  act: async (context, { event, member }) => {
    const { tx, input, actor, now, broadcast, audit } = context
    const part = ofEvent(await tx.get('registrations', input.registrationId), event)
    if (part.state !== 'noShow' || isExcused(part)) return refuse('not_registered')
    const { reason } = input
    await tx.put('events', { ...event, recountAt: now })
    await tx.put('registrations', {
      ...part,
      missedAtMs: 0,
      log: [...part.log, { at: now, byUserId: actor.userId, what: 'excused', reason }],
    })
    const params = { title: event.form.title, name: member?.nickname ?? '', reason }
    audit({ action: 'no_show_excused', subject: event._id, params })
    broadcast({
      ...newsOf(event, actor.community.name, 'event_no_show_excused'),
      to: [part.userId],
      except: actor.userId,
    })
    return {}
  },
})
