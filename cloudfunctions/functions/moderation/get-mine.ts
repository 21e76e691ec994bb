import { addressesOf } from '../../db/files'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { isOwn } from './policy'
import { detailOf } from './present'

/** One's own case, with the words to correct. */
export const getMine = read('moderation.getMine', {
  fetch: async ({ store, input }) => ({ found: await store.get('cases', input.caseId) }),
  allow: isOwn,
  reply: async (_context, { found }) =>
    found ? detailOf(found, await addressesOf(found.files)) : refuse('not_found'),
})
