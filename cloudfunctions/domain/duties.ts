import type { Duty, Role } from '../../types/community'

/** Who may do what (A5): the one table that the server asks and that members are shown. */
export const DUTIES_OF: { readonly [R in Role]: readonly Duty[] } = {
  owner: ['reviewEntry', 'moderate', 'publishRules', 'bindGroup', 'appoint', 'readAudit'],
  admin: ['reviewEntry', 'moderate', 'publishRules', 'bindGroup', 'readAudit'],
  moderator: ['reviewEntry', 'moderate'],
  owner: ['reviewEntry', 'publishRules', 'bindGroup', 'appoint', 'readAudit'],
  admin: ['reviewEntry', 'publishRules', 'bindGroup', 'readAudit'],
  moderator: ['reviewEntry'],
  owner: ['reviewEntry', 'publishRules', 'bindGroup', 'appoint', 'watchBoard'],
  admin: ['reviewEntry', 'publishRules', 'bindGroup', 'watchBoard'],
  owner: ['reviewEntry', 'publishRules', 'bindGroup', 'appoint', 'readAudit', 'watchBoard'],
  admin: ['reviewEntry', 'publishRules', 'bindGroup', 'readAudit', 'watchBoard'],
  moderator: ['reviewEntry', 'watchBoard'],
  member: [],
}

export const has = (role: Role, duty: Duty): boolean => DUTIES_OF[role].includes(duty)

/** The roles that carry a duty, for asking the database for the people who have it. */
export const rolesWith = (duty: Duty): Role[] =>
  (Object.keys(DUTIES_OF) as Role[]).filter((role) => has(role, duty))
