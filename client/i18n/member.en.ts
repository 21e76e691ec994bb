import type { member as source } from './member.zh-CN'
import type { Like } from './message'

export const member: Like<typeof source> = {}
