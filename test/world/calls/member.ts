import { picturePath } from '../../../types/picture'
import type { CallsOf } from './shape'

export const memberCalls: CallsOf<'member'> = {
  inputs: ({ application }) => ({
    'member.getHome': {},
    'member.getProfile': { memberId: application },
    'member.updateProfile': { nickname: '新名字', avatar: 'a4', skills: ['做饭'] },
    'member.leave': {},
    'member.list': {},
    'member.appoint': { memberId: application, role: 'admin' },
    'member.announcePicture': { name: 'a'.repeat(26), type: 'jpg' },
    'member.viewOwnPictures': { fileIds: ['cloud://local-env.bucket/pictures/a/b/c.jpg'] },
  }),
  scenes: {
    'member.updateProfile': async ({ communityId, ann }) => ({
      user: ann,
      communityId,
      input: { communityId, nickname: '安安', avatar: 'a7', skills: ['缝纫'] },
    }),
    'member.leave': async ({ world, communityId, owner }) => ({
      user: await world.given.member({ communityId, owner }, 'leaver'),
      communityId,
      input: { communityId },
    }),
    'member.announcePicture': async ({ communityId, ann }) => ({
      user: ann,
      communityId,
      input: { communityId, name: 'a'.repeat(26), type: 'jpg' },
    }),
    'member.appoint': async ({ communityId, owner, ann }) => ({
      user: owner,
      communityId,
      input: { communityId, memberId: `${communityId}:${ann.userId}`, role: 'moderator' },
    }),
  },
  reads: {
    'member.getHome': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'member.getProfile': ({ ann, ben, communityId }) => ({
      user: ann,
      input: { communityId, memberId: `${communityId}:${ben.userId}` },
    }),
    'member.list': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'member.viewOwnPictures': ({ ann, communityId }) => ({
      user: ann,
      input: {
        communityId,
        fileIds: [`cloud://local-env.local/${picturePath(communityId, ann.userId, 'one', 'jpg')}`],
      },
    }),
  },
}
