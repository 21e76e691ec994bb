import { challengeCertificate, eventCertificate } from '../../domain/recognition/certificate'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'

/** What a certificate with this code says; anybody may ask. Refuses `not_found`. */
export const verifyCertificate = read('recognition.verifyCertificate', {
  fetch: async ({ store, input: { code: certificate } }) => {
    const [registrations, parts] = await Promise.all([
      store.find('registrations', { where: { certificate }, limit: 1 }),
      store.find('challengeParts', { where: { certificate }, limit: 1 }),
    ])
    return { registration: registrations[0] ?? null, part: parts[0] ?? null }
  },
  allow: () => true,
  reply: async ({ store, now }, { registration, part }) => {
    const held = registration ?? part
    if (!held) return refuse('not_found')
    const [event, challenge, community, member] = await Promise.all([
      registration ? store.get('events', registration.eventId) : null,
      part ? store.get('challenges', part.challengeId) : null,
      store.get('communities', held.communityId),
      store.get('members', `${held.communityId}:${held.userId}`),
    ])
    if (!community) return refuse('not_found')
    const holder = { name: member?.nickname ?? '', community }
    const certificate = event
      ? eventCertificate(event, registration, holder, now)
      : challenge && challengeCertificate(challenge, part, holder)
    return certificate ?? refuse('not_found')
  },
})
