import type { entry as source } from './entry.zh-CN'
import type { Like } from './message'

export const entry: Like<typeof source> = {}
