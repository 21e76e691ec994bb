import { askConsole, isInConsole } from './console.h5'
import type { RequestSubscribe } from './types'

/** The preview's console plays WeChat's question; a browser alone has none. */
export const canSubscribe = (): boolean => isInConsole

export const requestSubscribe: RequestSubscribe = async (templateIds) => {
  if (!isInConsole) return []
  const reply = (await askConsole('subscribe', { templates: templateIds })) as Record<
    string,
    unknown
  > | null
  return templateIds.filter((id) => reply?.[id] === 'accept')
}
