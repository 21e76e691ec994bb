import type { PresetKey } from '../../../types/community'
import type { CallOutput } from '../../../types/contract'
import type { CommunityDoc, MemberDoc } from '../../db/documents'
import { dutiesOf } from '../../domain/duties'
import { PRESETS_BY_KEY } from '../../domain/presets'

/** A person's communities with what they may do in each, the first joined first. */
export function mineOf(
  memberships: readonly MemberDoc[],
  communities: readonly CommunityDoc[],
): CallOutput<'community.enter'>['communities'] {
  const names = new Map(communities.map(({ _id, name }) => [_id, name]))
  return [...memberships]
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .flatMap(({ _id, communityId, role }) => {
      const name = names.get(communityId)
      const duties = dutiesOf(role)
      return name === undefined ? [] : [{ id: communityId, name, memberId: _id, role, duties }]
    })
}

/** A preset as one chooses it: all of its rules and questions, its forms by name. */
export function presetOf(key: PresetKey): CallOutput<'community.listPresets'>['presets'][number] {
  const { rules, questions, templates, levels, points: _points, ...words } = PRESETS_BY_KEY[key]
  return {
    key,
    ...words,
    rules: [...rules],
    questions: [...questions],
    templates: templates.map(({ name }) => name),
    levels: [...levels],
  }
}
