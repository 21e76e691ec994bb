import type { Template } from '../../../types/template'
import type { Store } from '../../db/store'

/** Forms a community may have at one time. */
const TEMPLATES_MAX = 50

/** The community's request forms in their current versions, always in the same order. */
export async function currentTemplates(store: Store, communityId: string): Promise<Template[]> {
  const found = await store.find('templates', {
    where: { communityId, current: true },
    orderBy: ['_id', 'asc'],
    limit: TEMPLATES_MAX,
  })
  return found.map(({ definition }) => definition)
}

/** The key of one published version of a form. */
export const templateId = (communityId: string, key: string, version: number): string =>
  `${communityId}:${key}:${version}`
