import { has } from '../../domain/duties'
import type { Actor } from '../../runtime/action'

/** Open to everybody whom WeChat vouches for: each acts for themselves alone. */
export const anybody = (): boolean => true

/** The rules are every member's to read. */
export const anyMember = (): boolean => true

export const mayPublishRules = ({ member }: Actor): boolean => has(member.role, 'publishRules')

/** Questions, name, purpose and welcome. */
export const mayEditCommunity = ({ member }: Actor): boolean => has(member.role, 'editCommunity')

export const mayBindGroup = ({ member }: Actor): boolean => has(member.role, 'bindGroup')
