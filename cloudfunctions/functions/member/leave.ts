import { departure } from '../../domain/entry/departure'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayLeave } from './policy'

/**
 * Ends one's own membership at once. The timer then withdraws the person's offers and promises, ends
 * the search of their requests and takes their standing offers down; help that was given is still
 * confirmed and thanked for. What they wrote about others stays. They may apply again, and those who
 * decide then see that they were here. Refuses `owner_must_hand_over`.
 */
export const leave = write('member.leave', {
  fetch: async ({ store, input: { communityId }, userId }) => ({
    application: await store.get('applications', `${communityId}:${userId}`),
  }),
  load: async ({ tx, actor }) => ({
    member: (await tx.get('members', actor.member._id)) ?? refuse('not_member'),
  }),
  allow: (_actor, { member }) => mayLeave(member),
  act: async ({ tx, actor, now, newId }, { application, member }) => {
    await tx.put('applications', departure(member, application, now, newId('left')))
    await tx.remove('members', actor.member._id)
    return {}
  },
})
