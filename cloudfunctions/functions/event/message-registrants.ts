import { newsOf } from '../../domain/events/message'
import { STANDING } from '../../domain/events/states'
import { write } from '../../runtime/action'
import { loadEvent } from './load'
import { mayManage } from './policy'
import { screenWords } from './words'

/** A word of the organiser into the inboxes of everybody signed up, within a minute. */
export const messageRegistrants = write('event.messageRegistrants', {
  load: loadEvent,
  screen: screenWords,
  allow: mayManage,
  act: async ({ input, actor, broadcast }, { event }) => {
    const { nickname: name } = actor.member
    broadcast({
      ...newsOf(event, actor.community.name, 'event_message', { name, words: input.words }),
      to: { eventId: event._id, states: [...STANDING, 'attended'] },
      except: actor.userId,
    })
    return {}
  },
})
