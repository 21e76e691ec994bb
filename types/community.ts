import * as v from 'valibot'
import { level } from './recognition'
import { avatar, id, text } from './shape'
import { fieldDefinition } from './template'

/** What a person may be in a community. Who may do what: `cloudfunctions/domain/duties.ts`. */
export const ROLES = ['owner', 'admin', 'moderator', 'steward', 'dutyAdmin', 'member'] as const
export const role = v.picklist(ROLES)
export type Role = v.InferOutput<typeof role>

/** Duties that open screens; the server decides by the same table. */
export const DUTIES = [
  'reviewEntry',
  'moderate',
  'editTemplates',
  'editCommunity',
  'publishRules',
  'bindGroup',
  'appoint',
  'readAudit',
  'watchBoard',
  'approveEvents',
  'runDoor',
  'managePoints',
  'editTraining',
  'editLevels',
  'runChallenges',
  'keepStore',
  'handOver',
  'issuePasses',
] as const
export const duty = v.picklist(DUTIES)
export type Duty = v.InferOutput<typeof duty>

export const PRESETS = [
  'neighbourhood',
  'technology',
  'founders',
  'bargain',
  'reading',
  'homestay',
  'carOwners',
  'generic',
] as const
export const presetKey = v.picklist(PRESETS)
export type PresetKey = v.InferOutput<typeof presetKey>

export const RULES_MAX = 20
export const rules = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  items: v.pipe(v.array(text(2, 200)), v.minLength(1), v.maxLength(RULES_MAX)),
})
export type Rules = v.InferOutput<typeof rules>

/** A welcome in characters: two or three sentences, or a short letter. */
export const WELCOME_BOUNDS = [10, 300] as const

export const COMMUNITIES_OWNED_MAX = 20

/** A community as its door shows it to anybody who holds the card. */
export const face = v.object({
  id: v.string(),
  name: v.string(),
  purpose: v.string(),
  preset: presetKey,
  timeZone: v.string(),
})
export type CommunityFace = v.InferOutput<typeof face>

const preset = v.object({
  key: presetKey,
  name: v.string(),
  summary: v.string(),
  purpose: v.string(),
  rules: v.array(v.string()),
  questions: v.array(fieldDefinition),
  templates: v.array(v.string()),
  welcome: v.string(),
  levels: v.array(level),
})

const mine = v.object({
  id: v.string(),
  name: v.string(),
  memberId: v.string(),
  role,
  duties: v.array(duty),
})

export const communityCalls = {
  /**
   * What the app asks first: where the person belongs, and which community the group's card names.
   * `group` is `unbound` when the group is proven but no community has it yet.
   */
  'community.enter': {
    kind: 'read',
    scope: 'visitor',
    group: 'optional',
    input: v.object({}),
    output: v.object({
      communities: v.array(mine),
      group: v.picklist(['none', 'unbound', 'bound']),
      opened: v.nullable(v.string()),
    }),
  },
  'community.listPresets': {
    kind: 'read',
    scope: 'visitor',
    input: v.object({}),
    output: v.object({ presets: v.array(preset) }),
  },
  /** Who may do what: the table that the server itself asks, for everybody to read. */
  'community.listRoles': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({ roles: v.array(v.object({ role, duties: v.array(duty) })) }),
  },
  /** Makes the community from a preset and binds the group it was opened from, when proven. */
  'community.create': {
    kind: 'write',
    pace: 'post',
    scope: 'visitor',
    group: 'optional',
    input: v.object({
      preset: presetKey,
      name: text(2, 20),
      purpose: text(4, 60),
      nickname: text(1, 16),
      avatar,
    }),
    output: v.object({ communityId: v.string(), groupBound: v.boolean() }),
  },
  'community.bindGroup': {
    kind: 'write',
    scope: 'member',
    group: 'required',
    input: v.object({ communityId: id }),
    output: v.object({ communityId: v.string() }),
  },
  'community.getRules': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({
      rules,
      publishedAt: v.string(),
      accepted: v.boolean(),
      /** What they are compared with: those this member has accepted last, or the ones before these. */
      before: v.nullable(rules),
      mayPublish: v.boolean(),
    }),
  },
  /** `basedOn` is the version that was edited: two admins cannot overwrite each other unseen. */
  'community.publishRules': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      communityId: id,
      basedOn: rules.entries.version,
      items: rules.entries.items,
    }),
    output: v.object({ version: v.number() }),
  },
} as const
