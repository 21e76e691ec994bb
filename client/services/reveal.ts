import Taro from '@tarojs/taro'

/** Below the page's own header, in px. */
const HEADER_PX = 96

/** Brings the first field that is marked wrong into sight, after it has been drawn. */
export const revealFirstMistake = (): void => reveal('.hz-field--wrong')

/** Brings what the cloud answered into sight: it stands at the head of a form sent from its foot. */
export const revealRefusal = (): void => reveal('.hz-error--inline')

/** Back to where the page begins. */
export const revealTop = (): void => {
  Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 200 }))
}

function reveal(selector: string): void {
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector, offsetTop: -HEADER_PX, duration: 200 }).catch(() => {
      // It is not there any more, or the page was left.
    })
  })
}
