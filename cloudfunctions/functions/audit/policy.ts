import { has } from '../../domain/duties'
import type { Actor } from '../../runtime/action'

/** The log names people and reasons: it is for those who answer for the community. */
export const mayReadAudit = ({ member }: Actor): boolean => has(member.role, 'readAudit')
