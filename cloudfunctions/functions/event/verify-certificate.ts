import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { certificateOf } from './certificate'

/** What a certificate with this code says; anybody may ask. Refuses `not_found`. */
export const verifyCertificate = read('event.verifyCertificate', {
  fetch: ({ store, input }) =>
    store.find('registrations', { where: { certificate: input.code }, limit: 1 }),
  allow: () => true,
  reply: async ({ store }, [part]) => {
    if (!part) return refuse('not_found')
    const [event, community, member] = await Promise.all([
      store.get('events', part.eventId),
      store.get('communities', part.communityId),
      store.get('members', `${part.communityId}:${part.userId}`),
    ])
    if (!event || !community) return refuse('not_found')
    return certificateOf(event, part, member?.nickname ?? '', community)
  },
})
