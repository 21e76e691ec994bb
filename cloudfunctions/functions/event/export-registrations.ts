import { addressesOf, storeFile } from '../../db/files'
import { store } from '../../db/store'
import { everybodyIn } from '../../domain/events/everybody'
import { sheetOf } from '../../domain/events/sheet'
import { findPeople } from '../../domain/people'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { manages, mayManage, ours } from './policy'

/** The database takes no more keys in one question. */
const PEOPLE_MAX = 1000

/** Everybody's name, in as many questions side by side as it takes. */
async function namesOf(
  community: Parameters<typeof findPeople>[1],
  parts: readonly { userId: string }[],
): Promise<(userId: string) => string> {
  const userIds = parts.map(({ userId }) => userId)
  const groups = Array.from({ length: Math.ceil(userIds.length / PEOPLE_MAX) }, (_, n) =>
    userIds.slice(n * PEOPLE_MAX, (n + 1) * PEOPLE_MAX),
  )
  const found = await Promise.all(groups.map((group) => findPeople(store, community, group)))
  const groupOf = new Map(userIds.map((userId, n) => [userId, Math.floor(n / PEOPLE_MAX)]))
  return (userId) => found[groupOf.get(userId) ?? 0]?.(userId).nickname ?? ''
}

/**
 * The list of those signed up as a spreadsheet in the storage; its address works for a short while.
 * The log says who took it: names and answers leave the app with it.
 */
export const exportRegistrations = write('event.exportRegistrations', {
  fetch: async ({ store, input: { eventId } }) => ({
    event: await store.get('events', eventId),
    made: { fileName: '', url: '', count: 0 },
  }),
  prepare: async ({ actor, newId }, { event: found, made }) => {
    const event = ours(found, actor)
    if (!manages(actor, event)) return refuse('forbidden')
    const parts = await everybodyIn(event._id)
    const nameOf = await namesOf(actor.community, parts)
    const { timeZone } = actor.community
    const content = await sheetOf(event, parts, nameOf, timeZone)
    // Nobody guesses the path, and the address ends by itself.
    const fileId = await storeFile(`exports/${newId('export').slice(10)}.xlsx`, content)
    made.url = (await addressesOf([fileId])).get(fileId) ?? ''
    made.fileName = `${event.form.title}.xlsx`
    made.count = parts.length
  },
  allow: (actor, { event }) => mayManage(actor, { event }),
  act: async ({ audit, actor }, { event, made: { count, ...made } }) => {
    const { _id: subject, form } = ours(event, actor)
    audit({
      action: 'registrations_exported',
      subject,
      params: { title: form.title, count },
    })
    return made
  },
})
