import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayEditTemplates } from './policy'

/**
 * Sets the order of the forms and which are offered; their versions stay. Refuses
 * `arrangement_outdated` when the list was changed since it was read or does not name every form.
 */
export const arrangeTemplates = write('help.arrangeTemplates', {
  load: async ({ tx, actor }) => ({
    community: (await tx.get('communities', actor.community._id)) ?? refuse('not_found'),
  }),
  allow: mayEditTemplates,
  act: async ({ tx, input, audit }, { community }) => {
    const { forms } = community
    const byKey = new Map(forms.items.map((item) => [item.key, item]))
    const items = input.items.flatMap(({ key, enabled }) => {
      const item = byKey.get(key)
      byKey.delete(key)
      return item ? [{ ...item, enabled }] : []
    })
    const isWhole = byKey.size === 0 && items.length === input.items.length
    if (input.basedOn !== forms.version || !isWhole) {
      refuse('arrangement_outdated', { version: forms.version })
    }
    const version = forms.version + 1
    await tx.put('communities', { ...community, forms: { version, items } })
    audit({ action: 'templates_arranged', subject: community._id, params: { count: items.length } })
    return { arrangement: version }
  },
})
