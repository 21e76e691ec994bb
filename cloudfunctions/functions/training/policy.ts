import { has } from '../../domain/duties'
import type { Actor } from '../../runtime/action'

/** Learning is every member's. */
export const anyMember = (): boolean => true

export const mayEditTraining = ({ member }: Actor): boolean => has(member.role, 'editTraining')
