import { has } from '../../domain/duties'
import type { Actor } from '../../runtime/action'

/** One's own account and the published rules are every member's to read. */
export const anyMember = (): boolean => true

/** Books, rules and adjustments are a duty. */
export const mayManage = ({ member }: Actor): boolean => has(member.role, 'managePoints')
