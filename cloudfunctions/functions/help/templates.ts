import type { Template } from '../../../types/template'
import type { CommunityDoc, TemplateDoc } from '../../db/documents'
import type { Store } from '../../db/store'
import { refuse } from '../../runtime/errors'

/** The key of one published version of a form. */
export const templateId = (communityId: string, key: string, version: number): string =>
  `${communityId}:${key}:${version}`

export type ArrangedTemplate = { template: Template; enabled: boolean }

/** The community's request forms in their current versions and in its own order. One query. */
export async function arrangedTemplates(
  store: Store,
  { _id, forms }: CommunityDoc,
): Promise<ArrangedTemplate[]> {
  const ids = forms.items.map(({ key, version }) => templateId(_id, key, version))
  const byId = new Map((await store.getMany('templates', ids)).map((found) => [found._id, found]))
  return forms.items.flatMap(({ key, version, enabled }) => {
    const found = byId.get(templateId(_id, key, version))
    return found ? [{ template: found.definition, enabled }] : []
  })
}

/**
 * The form that was written on, when it is the one in use. Refuses `not_found` for a form the
 * community does not have or has switched off, `template_outdated` for an earlier version.
 */
export function inUse(
  { forms }: CommunityDoc,
  { templateKey, templateVersion }: { templateKey: string; templateVersion: number },
  form: TemplateDoc | null,
): Template {
  const current = forms.items.find(({ key, enabled }) => key === templateKey && enabled)
  if (!current) return refuse('not_found')
  if (current.version !== templateVersion) {
    refuse('template_outdated', { version: current.version })
  }
  return (form ?? refuse('not_found')).definition
}
