import type { home as source } from './home.zh-CN'
import type { Like } from './message'

export const home: Like<typeof source> = {}
