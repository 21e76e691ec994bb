import { askConsole, isInConsole } from './console.h5'
import type { RequestSubscribe } from './types'

export const requestSubscribe: RequestSubscribe = async (templateIds) => {
  if (!isInConsole || templateIds.length === 0) return 'unsupported'
  const reply = (await askConsole('subscribe', { templates: templateIds })) as Record<
    string,
    unknown
  > | null
  return templateIds.some((id) => reply?.[id] === 'accept') ? 'accepted' : 'refused'
}
