import type { inbox as source } from './inbox.zh-CN'
import type { Like } from './message'

export const inbox: Like<typeof source> = {}
