import { colourFrame } from './colours.js'
import { h } from './dom.js'

/** WeChat's numbers for the ways in. */
export const SCENES = { direct: 1001, message: 1014, card: 1044, code: 1047 }

/** WeChat's type sizes: 17 is usual, 20 and above are for the old. */
const LARGE_TYPE = '23'

/** Where the app of a phone opens: who, how, from which group, on which page. */
export function addressOf({ person, room, scene, runner, isLarge, colours }, path) {
  const query = new URLSearchParams({ user: person.openid, scene: String(scene) })
  if (room?.id) query.set('group', room.id)
  if (runner === 'weapp') {
    if (path) query.set('page', path.replace(/^\//, ''))
    if (isLarge) query.set('font', LARGE_TYPE)
    if (colours !== 'system') query.set(colours, '')
    return `/weapp/?${query}`
  }
  if (isLarge) query.set('text', 'large')
  const page = path && !path.startsWith('/') ? `/${path}` : path
  return `/app/index.html?${query}${page ? `#${page}` : ''}`
}

/** The page that the app in a frame shows now, with its parameters. */
export function pageIn(frame, { runner }) {
  const inside = frame?.contentWindow
  if (runner === 'weapp') return inside?.weapp?.address() ?? ''
  return inside?.location.hash.slice(1) ?? ''
}

/** A frame of its own for every opening: no history and no state of the person before. */
export function makeFrame(state, path) {
  const frame = h('iframe', { title: `${state.person.name}的手机`, src: addressOf(state, path) })
  // A mini-program is told the colours when it starts; a web page follows its style sheets.
  colourFrame(frame, state.runner === 'weapp' ? 'system' : state.colours)
  frame.addEventListener('load', hideScrollbars)
  return frame
}

/** A phone scrolls without bars, which would take their width from the page. */
function hideScrollbars({ target }) {
  const style = target.contentDocument.createElement('style')
  style.textContent = '* { scrollbar-width: none }'
  target.contentDocument.head.append(style)
}
