import { type Duty, ROLES, type Role } from '../../types/community'

/**
 * Who may do what (A5): the one table that the server asks and that members are shown. One line a
 * duty: who has it.
 */
const HOLDERS: { readonly [D in Duty]: readonly Role[] } = {
  reviewEntry: ['owner', 'admin', 'moderator', 'steward'],
  moderate: ['owner', 'admin', 'moderator'],
  editTemplates: ['owner', 'admin'],
  editCommunity: ['owner', 'admin'],
  publishRules: ['owner', 'admin'],
  bindGroup: ['owner', 'admin'],
  appoint: ['owner', 'admin'],
  readAudit: ['owner', 'admin'],
  managePoints: ['owner', 'admin'],
  editTraining: ['owner', 'admin'],
  editLevels: ['owner', 'admin'],
  runChallenges: ['owner', 'admin', 'moderator', 'steward', 'dutyAdmin'],
  watchBoard: ['owner', 'admin', 'moderator', 'dutyAdmin'],
  approveEvents: ['owner', 'admin', 'moderator'],
  runDoor: ['owner', 'admin', 'moderator', 'steward'],
  keepStore: ['owner', 'admin'],
  handOver: ['owner', 'admin', 'moderator', 'steward'],
  issuePasses: ['owner'],
}

/** Who stands above whom: nobody gives, takes or changes a role at or above their own. */
const RANK: { readonly [R in Role]: number } = {
  owner: 3,
  admin: 2,
  moderator: 1,
  steward: 1,
  dutyAdmin: 1,
  member: 0,
}

export const isAbove = (role: Role, other: Role): boolean => RANK[role] > RANK[other]

export const has = (role: Role, duty: Duty): boolean => HOLDERS[duty].includes(role)

/** All that a role may do. */
export const dutiesOf = (role: Role): Duty[] =>
  (Object.keys(HOLDERS) as Duty[]).filter((duty) => has(role, duty))

/** The roles that carry a duty, for asking the database for the people who have it. */
export const rolesWith = (duty: Duty): Role[] => ROLES.filter((role) => has(role, duty))
