import { findable } from '../../domain/member'
import { profileTexts } from '../../domain/moderation/subjects'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember } from './policy'

/**
 * The member says anew who they are in this community; in others nothing changes. Words that a
 * person has to look at first take the place of the old ones when they are approved.
 */
export const updateProfile = write('member.updateProfile', {
  screen: ({ input, actor: { member } }) => {
    const known = new Set([member.nickname, ...member.skills, ...(member.interests ?? [])])
    const isNew = [input.nickname, ...input.skills, ...input.interests].some(
      (word) => !known.has(word),
    )
    return isNew ? { kind: 'profile', texts: profileTexts(input) } : null
  },
  load: async ({ tx, actor }) => ({
    member: (await tx.get('members', actor.member._id)) ?? refuse('not_member'),
  }),
  allow: anyMember,
  act: async (
    { tx, input: { nickname, avatar, skills, interests }, screened, review },
    { member },
  ) => {
    const words = screened.visibility === 'shown' ? { nickname, skills, interests } : {}
    await tx.put('members', findable({ ...member, ...words, avatar }))
    await review(member._id)
    return {}
  },
})
