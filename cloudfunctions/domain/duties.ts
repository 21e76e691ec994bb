import type { Duty, Role } from '../../types/community'

/** Who may do what (A5): the one table that the server asks and that members are shown. */
export const DUTIES_OF: { readonly [R in Role]: readonly Duty[] } = {
  owner: [
    'reviewEntry',
    'moderate',
    'editTemplates',
    'publishRules',
    'bindGroup',
    'appoint',
    'readAudit',
    'watchBoard',
    'approveEvents',
    'runDoor',
    'managePoints',
  ],
  admin: [
    'reviewEntry',
    'moderate',
    'editTemplates',
    'publishRules',
    'bindGroup',
    'readAudit',
    'watchBoard',
    'approveEvents',
    'runDoor',
    'managePoints',
  ],
  moderator: ['reviewEntry', 'moderate', 'watchBoard', 'approveEvents', 'runDoor'],
  member: [],
}

export const has = (role: Role, duty: Duty): boolean => DUTIES_OF[role].includes(duty)

/** The roles that carry a duty, for asking the database for the people who have it. */
export const rolesWith = (duty: Duty): Role[] =>
  (Object.keys(DUTIES_OF) as Role[]).filter((role) => has(role, duty))
