import type { help as source } from './help.zh-CN'
import type { Like } from './message'

export const help: Like<typeof source> = {}
