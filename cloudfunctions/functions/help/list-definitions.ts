import { BUILT_IN_TEMPLATES } from '../../domain/presets/templates'
import { read } from '../../runtime/action'
import { mayEditTemplates } from './policy'
import { arrangedTemplates } from './templates'

/** All forms in their order, for those who edit them, with what a new one may begin from. */
export const listDefinitions = read('help.listDefinitions', {
  allow: mayEditTemplates,
  reply: async ({ store, actor }) => ({
    arrangement: actor.community.forms.version,
    items: await arrangedTemplates(store, actor.community),
    builtIns: [...BUILT_IN_TEMPLATES],
  }),
})
