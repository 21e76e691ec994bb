import Taro, { useRouter } from '@tarojs/taro'
import { isTab, pathOf, type RouteName, type RouteParams } from '../routes'

type Arguments<N extends RouteName> =
  Record<never, string> extends RouteParams[N]
    ? [params?: RouteParams[N]]
    : [params: RouteParams[N]]

/** The address of a page with its parameters, as cards, messages and WeChat want it: `/packages/…?…`. */
export function linkTo<N extends RouteName>(name: N, ...[params]: Arguments<N>): string {
  const pairs = Object.entries(params ?? {}).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${key}=${encodeURIComponent(value)}`] : [],
  )
  return `/${pathOf(name)}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

/** WeChat stacks at most this many pages; one more would be refused. */
const STACK_MAX = 10

/** Opens a page: switches to a tab, stacks anything else. `navigate('help.request', { … })`. */
export async function navigate<N extends RouteName>(
  name: N,
  ...params: Arguments<N>
): Promise<void> {
  const url = linkTo(name, ...params)
  if (isTab(name)) await Taro.switchTab({ url: `/${pathOf(name)}` })
  else if (Taro.getCurrentPages().length >= STACK_MAX) await Taro.redirectTo({ url })
  else await Taro.navigateTo({ url })
}

/** Opens a page in the place of this one: after a form was sent, back must not lead to it. */
export async function replaceBy<N extends RouteName>(
  name: N,
  ...params: Arguments<N>
): Promise<void> {
  if (isTab(name)) await Taro.switchTab({ url: `/${pathOf(name)}` })
  else await Taro.redirectTo({ url: linkTo(name, ...params) })
}

/** Whether a page lies below this one. A page opened from a card stands alone. */
export const canGoBack = (): boolean => Taro.getCurrentPages().length > 1

/** Back, or home when the page was opened by a link and nothing lies below it. */
export async function goBack(): Promise<void> {
  if (canGoBack()) await Taro.navigateBack()
  else await Taro.switchTab({ url: `/${pathOf('home')}` })
}

/** What this page was told in its address; anything may be missing (old or cut links). */
export function useParams<N extends RouteName>(_name: N): Partial<RouteParams[N]> {
  const { params } = useRouter()
  const decoded = Object.entries(params).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [[key, decode(value)]] : [],
  )
  return Object.fromEntries(decoded)
}

/** WeChat hands parameters over as they stand in the address, the web build decodes them before. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
