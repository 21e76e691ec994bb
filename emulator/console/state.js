import { ask } from './api.js'
import { offsetText } from './clock.js'
import { h } from './dom.js'

const EVERY_MS = 3000
/** The clock of this computer and that of the cloud are read one after the other. */
const SAME_MS = 2000

/**
 * What is not as usual, in the bar on top of every tab: a clock that was moved or stopped, trouble
 * that somebody arranged. Pressing it opens the tab where it can be set right.
 */
export function showState(place, open) {
  const line = (id) => h('button', { class: 'state amber', hidden: true, onclick: () => open(id) })
  const [clock, faults] = [line('clock'), line('faults')]
  place.append(clock, faults)

  async function look() {
    try {
      const [time, armed, chaos, scripted] = await Promise.all(
        ['clock', 'faults', 'chaos', 'wechat/answers'].map(ask),
      )
      tell(clock, clockText(time))
      tell(faults, faultsText(armed.faults, chaos.options, scripted.answers))
    } catch {
      // The cloud may be starting anew, and the open tab says so.
    }
    setTimeout(look, EVERY_MS)
  }
  void look()
}

function tell(line, text) {
  line.hidden = text === ''
  if (line.textContent !== text) line.textContent = text
}

function clockText({ now, isFrozen }) {
  const aheadMs = Date.parse(now) - Date.now()
  if (isFrozen) return '时钟停住了'
  return Math.abs(aheadMs) < SAME_MS ? '' : `时钟${offsetText(aheadMs).slice('比真实时间'.length)}`
}

function faultsText(faults, chaos, answers) {
  if (chaos !== null) return `种子 ${chaos.seed} 的麻烦`
  const waiting = [...faults, ...answers].filter(({ remaining }) => remaining !== 0)
  return waiting.length === 0 ? '' : `${waiting.length} 处人为的故障`
}
