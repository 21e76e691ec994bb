import { picturePath } from '../../../types/picture'
import { announced } from '../../domain/pictures'
import { write } from '../../runtime/action'
import { anyMember } from './policy'

/** Notes a picture that is about to be sent, so that it can be deleted when no form ever names it. */
export const announcePicture = write('member.announcePicture', {
  allow: anyMember,
  act: async ({ tx, input: { communityId, name, type }, actor, now }) => {
    await tx.put('pictures', announced(picturePath(communityId, actor.userId, name, type), now))
    return {}
  },
})
