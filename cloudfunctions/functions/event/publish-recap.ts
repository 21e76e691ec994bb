import { hasStarted } from '../../domain/events/event'
import { pictureIssuesOf } from '../../domain/pictures'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { loadEvent } from './load'
import { mayManage } from './policy'

/** What became of the event, in words and photos; may be written anew. Refuses `event_closed` before it began. */
export const publishRecap = write('event.publishRecap', {
  fetch: async ({ store, input, userId }) => {
    const { communityId, eventId, photos } = input
    const [before, issues] = await Promise.all([
      store.get('events', eventId),
      pictureIssuesOf({ photos }, { communityId, userId }),
    ])
    // Photos that stand there already stay, whoever adds to them.
    const isKept = photos.every((photo) => before?.recap?.photos.includes(photo))
    return { issues: isKept ? [] : issues }
  },
  screen: ({ input: { words, photos } }) => ({
    kind: 'event',
    texts: [{ field: 'recap', text: words, min: 2, max: 1000 }],
    files: photos,
  }),
  load: loadEvent,
  allow: mayManage,
  act: async ({ tx, input, now, review }, { event, issues }) => {
    if (!hasStarted(event, now) || event.state === 'cancelled') {
      return refuse('event_closed', { state: event.state })
    }
    refuseFields(issues)
    const { words, photos } = input
    await tx.put('events', { ...event, recap: { words, photos, publishedAt: now } })
    await review(event._id)
    return {}
  },
})
