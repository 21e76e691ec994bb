import Taro from '@tarojs/taro'

/** Below the page's own header, in px. */
const HEADER_PX = 96

/** Brings the first field that is marked wrong into sight, after it has been drawn. */
export function revealFirstMistake(): void {
  Taro.nextTick(() => {
    Taro.pageScrollTo({
      selector: '.hz-field--wrong',
      offsetTop: -HEADER_PX,
      duration: 200,
    }).catch(() => {
      // Nothing is marked any more, or the page was left.
    })
  })
}
