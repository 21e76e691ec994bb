import { hasStarted } from '../../domain/events/event'
import { pictureIssuesOf } from '../../domain/pictures'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { loadEvent } from './load'
import { mayManage } from './policy'

/**
 * What became of the event, in words and photos; may be written anew. Others see it when nothing is
 * found in its new photos. Refuses `event_closed` before it began.
 */
export const publishRecap = write('event.publishRecap', {
  fetch: async ({ store, input, userId }) => {
    const { communityId, eventId, photos } = input
    const [before, issues] = await Promise.all([
      store.get('events', eventId),
      pictureIssuesOf({ photos }, { communityId, userId }),
    ])
    // Photos that are shown already stay, whoever adds to them; those that wait are checked again.
    const recap = before?.recap
    const stays = (photo: string) => recap?.photos.includes(photo) === true
    const isShown = (recap?.visibility ?? 'shown') === 'shown'
    return {
      issues: photos.every(stays) ? [] : issues,
      unseen: isShown ? photos.filter((photo) => !stays(photo)) : photos,
    }
  },
  screen: ({ input: { words } }, { unseen }) => ({
    kind: 'eventRecap',
    texts: [{ field: 'words', text: words, min: 2, max: 1000 }],
    files: unseen,
  }),
  load: loadEvent,
  allow: mayManage,
  act: async ({ tx, input, now, screened, review }, { event, issues }) => {
    if (!hasStarted(event, now) || event.state === 'cancelled') {
      return refuse('event_closed', { state: event.state })
    }
    refuseFields(issues)
    const { words, photos } = input
    const recap = { words, photos, publishedAt: now, visibility: screened.visibility }
    await tx.put('events', { ...event, recap })
    await review(event._id)
    return {}
  },
})
