import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { hasFrames } from './frames'
import { anyMember } from './policy'

/** Puts a frame round the member's avatar, or takes it away. Refuses `frame_needed` without the privilege. */
export const chooseFrame = write('recognition.chooseFrame', {
  fetch: async ({ store, input: { communityId }, userId }) => ({
    isOpen: await hasFrames(store, communityId, userId),
  }),
  load: async ({ tx, actor }) => ({
    member: (await tx.get('members', actor.member._id)) ?? refuse('not_member'),
  }),
  allow: anyMember,
  act: async ({ tx, input }, { member, isOpen }) => {
    const { frame: _before, ...plain } = member
    if (input.frame !== null && !isOpen) refuse('frame_needed')
    await tx.put('members', input.frame === null ? plain : { ...plain, frame: input.frame })
    return {}
  },
})
