import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { certificateOf } from './certificate'
import { fetchEvent } from './load'
import { anyMember, ours } from './policy'

/** The certificate of somebody who was there, once it is over. Refuses `not_registered`. */
export const getCertificate = read('event.getCertificate', {
  fetch: fetchEvent,
  allow: anyMember,
  reply: async ({ actor, now }, { event: found, mine }) => {
    const event = ours(found, actor)
    if (mine?.state !== 'attended' || now < event.endsAt) return refuse('not_registered')
    return certificateOf(event, mine, actor.member.nickname, actor.community)
  },
})
