import { ROLES } from '../../../types/community'
import { dutiesOf } from '../../domain/duties'
import { read } from '../../runtime/action'
import { anyMember } from './policy'

/** Who may do what, role by role: the table the server decides by. */
export const listRoles = read('community.listRoles', {
  allow: anyMember,
  reply: async () => ({ roles: ROLES.map((role) => ({ role, duties: dutiesOf(role) })) }),
})
