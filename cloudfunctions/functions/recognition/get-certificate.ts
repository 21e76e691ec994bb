import { challengeCertificate, eventCertificate } from '../../domain/recognition/certificate'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember } from './policy'

/** One's own certificate, once there is one. Refuses `not_found` for what is of another community, `no_certificate`. */
export const getCertificate = read('recognition.getCertificate', {
  fetch: async ({ store, input: { of }, userId }) => {
    const isEvent = of.kind === 'event'
    const [event, registration, challenge, part] = await Promise.all([
      isEvent ? store.get('events', of.eventId) : null,
      isEvent ? store.get('registrations', `${of.eventId}:${userId}`) : null,
      isEvent ? null : store.get('challenges', of.challengeId),
      isEvent ? null : store.get('challengeParts', `${of.challengeId}:${userId}`),
    ])
    return { event, registration, challenge, part }
  },
  allow: anyMember,
  reply: async ({ actor, now }, { event, registration, challenge, part }) => {
    const { community, member } = actor
    const holder = { name: member.nickname, community }
    if (event?.communityId === community._id) {
      return eventCertificate(event, registration, holder, now) ?? refuse('no_certificate')
    }
    if (challenge?.communityId === community._id) {
      return challengeCertificate(challenge, part, holder) ?? refuse('no_certificate')
    }
    return refuse('not_found')
  },
})
