import { newsOf } from '../../domain/events/message'
import { mayDispute } from '../../domain/events/no-show'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { loadEvent } from './load'
import { anyMember } from './policy'
import { screenWords } from './words'

/** Somebody says that they were there, or could not help it; once. The organiser hears it and decides. */
export const disputeNoShow = write('event.disputeNoShow', {
  load: loadEvent,
  screen: screenWords,
  allow: anyMember,
  act: async ({ tx, input: { words }, actor, now, broadcast }, { event }) => {
    const part = await tx.get('registrations', `${event._id}:${actor.userId}`)
    if (!part || !mayDispute(event, part, now)) return refuse('not_registered')
    await tx.put('registrations', { ...part, dispute: { words, at: now } })
    const { nickname: name } = actor.member
    broadcast({
      ...newsOf(event, actor.community.name, 'event_no_show_disputed', { name }),
      to: [event.userId],
      except: actor.userId,
    })
    return {}
  },
})
