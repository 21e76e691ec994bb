import { has } from '../../domain/duties'
import type { Actor } from '../../runtime/action'

/** The published levels, and where one stands oneself, are every member's to read. */
export const anyMember = (): boolean => true

/** Changing the levels is a duty. */
export const mayPublish = ({ member }: Actor): boolean => has(member.role, 'editLevels')
