import { h, icon } from './dom.js'
import { SCENES } from './phone-frame.js'
import { choice } from './popover.js'

/** How a phone is opened and how it looks; every choice counts at once. */
export function phoneSettings({ state, hasGroup, onWay, onColours, onText, onWindow }) {
  const ways = choice('怎样打开', [
    { value: SCENES.card, text: '从群卡片', isOff: () => !hasGroup },
    { value: SCENES.direct, text: '直接打开' },
  ])
  const colours = choice('颜色', [
    { value: 'system', text: '跟随系统' },
    { value: 'light', text: '浅色' },
    { value: 'dark', text: '深色' },
  ])
  const text = choice('字号', [
    { value: false, text: '标准' },
    { value: true, text: '大字' },
  ])
  const mark = () => {
    ways.mark(state.scene)
    colours.mark(state.colours)
    text.mark(state.isLarge)
  }
  const then = (change) => (value) => {
    change(value)
    mark()
  }
  ways.onChoose(then(onWay))
  colours.onChoose(then(onColours))
  text.onChoose(then(onText))
  mark()
  return [
    ways.element,
    colours.element,
    text.element,
    h('button', { class: 'plain', onclick: onWindow }, icon('window'), '在新标签页打开'),
  ]
}
