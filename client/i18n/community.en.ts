import type { community as source } from './community.zh-CN'
import type { Like } from './message'

export const community: Like<typeof source> = {}
