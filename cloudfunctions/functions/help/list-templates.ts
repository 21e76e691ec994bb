import { read } from '../../runtime/action'
import { anyMember } from './policy'
import { currentTemplates } from './templates'

/** The forms a request may be written on. */
export const listTemplates = read('help.listTemplates', {
  fetch: ({ store, input }) => currentTemplates(store, input.communityId),
  allow: anyMember,
  reply: async (_context, templates) => ({ templates }),
})
