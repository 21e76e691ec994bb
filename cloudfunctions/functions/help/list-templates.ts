import { read } from '../../runtime/action'
import { anyMember } from './policy'
import { arrangedTemplates } from './templates'

/** The forms a request may be written on, in the community's order. */
export const listTemplates = read('help.listTemplates', {
  allow: anyMember,
  reply: async ({ store, actor }) => ({
    templates: (await arrangedTemplates(store, actor.community)).flatMap(({ template, enabled }) =>
      enabled ? [template] : [],
    ),
  }),
})
