import Taro from '@tarojs/taro'

/** Room for the page's header above what is scrolled to. */
const HEADER_PX = 96

export const fieldId = (fieldKey: string): string => `field-${fieldKey}`

/** Brings an element of the open page to the top of the window; quietly nothing when it is not there. */
export function scrollTo(id: string): void {
  Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -HEADER_PX, duration: 240 }).catch(() => {})
}
