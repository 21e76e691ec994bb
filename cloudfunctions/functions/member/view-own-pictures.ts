import { isOwnPicture } from '../../../types/picture'
import { addressesOf } from '../../db/files'
import { read } from '../../runtime/action'
import { anyMember } from './policy'

/** Temporary addresses of the caller's own pictures; what is another's or gone is left out. */
export const viewOwnPictures = read('member.viewOwnPictures', {
  allow: anyMember,
  reply: async ({ input, actor }) => {
    const own = input.fileIds.filter((fileId) =>
      isOwnPicture(fileId, input.communityId, actor.userId),
    )
    const addresses = await addressesOf(own)
    return { pictures: [...addresses].map(([fileId, address]) => ({ fileId, address })) }
  },
})
