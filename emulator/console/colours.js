/**
 * Shows any app in light or dark colours, whatever the system says: the conditions of its style
 * sheets that ask for the system's choice are answered by us. The app needs to know nothing of it.
 */
const ASKED = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g
const ALWAYS = '(min-width: 0)'
const NEVER = '(max-width: 0)'

/** @param wanted `light`, `dark`, or `system` for what the app would show by itself. */
export function colourFrame(frame, wanted) {
  frame.dataset.colours = wanted
  if (frame.dataset.isWatched) {
    apply(frame)
    return
  }
  frame.dataset.isWatched = 'yes'
  frame.addEventListener('load', () => {
    apply(frame)
    // Pages bring their styles along when they are first opened.
    const { head } = frame.contentDocument
    head.addEventListener('load', () => apply(frame), true)
    new MutationObserver(() => apply(frame)).observe(head, { childList: true })
  })
}

function apply(frame) {
  const inside = frame.contentDocument
  if (!inside) return
  const wanted = frame.dataset.colours
  inside.documentElement.style.colorScheme = wanted === 'system' ? '' : wanted
  for (const sheet of inside.styleSheets) {
    if (isOurs(sheet, inside)) answer(sheet.cssRules, wanted)
  }
}

/** Style sheets of another origin cannot be read. */
const isOurs = (sheet, inside) => !sheet.href || sheet.href.startsWith(inside.location.origin)

/** What each rule asked before we answered it. */
const questions = new WeakMap()

function answer(rules, wanted) {
  for (const rule of rules) {
    if (rule.media) {
      const question = questions.get(rule) ?? rule.media.mediaText
      questions.set(rule, question)
      const answered = question.replace(ASKED, (whole, colour) => {
        if (wanted === 'system') return whole
        return colour === wanted ? ALWAYS : NEVER
      })
      if (rule.media.mediaText !== answered) rule.media.mediaText = answered
    }
    if (rule.cssRules?.length > 0) answer(rule.cssRules, wanted)
  }
}
