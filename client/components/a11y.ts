const isWeb = process.env.TARO_ENV === 'h5'

interface Spoken {
  role?: string
  /** Of a heading: 1 the page's title, 2 what stands below it. */
  level?: 1 | 2 | 3
  /** Where the page's own content is, for who walks by landmarks; only browsers know it. */
  landmark?: 'main'
  /** Nothing outside can be reached while it is open. */
  modal?: boolean
  label?: string | undefined
  /** Drawn only; a reader skips it. */
  hidden?: boolean
  checked?: boolean | undefined
  selected?: boolean | undefined
  /** Of what opens and folds something below it. */
  expanded?: boolean | undefined
  disabled?: boolean | undefined
  live?: 'polite' | 'assertive'
  /** Reached by the keyboard; set it on whatever is tapped. */
  focusable?: boolean
}

/**
 * What a screen reader is told, in the words of each platform: WeChat knows `aria-role`, a browser
 * `role` and, for what is tapped, a place in the order of the keyboard.
 */
export function spoken(given: Spoken): Record<string, string | number> {
  const { role, label, hidden, checked, selected, expanded, disabled, live } = given
  const told: Record<string, string | number> = {}
  if (role) told[isWeb ? 'role' : 'ariaRole'] = role
  if (label) told.ariaLabel = label
  if (hidden) told.ariaHidden = 'true'
  if (checked !== undefined) told.ariaChecked = String(checked)
  if (selected !== undefined) told.ariaSelected = String(selected)
  if (expanded !== undefined) told.ariaExpanded = String(expanded)
  if (disabled) told.ariaDisabled = 'true'
  if (live) told.ariaLive = live
  return isWeb ? { ...told, ...spokenOnWeb(given) } : told
}

function spokenOnWeb({ landmark, level, modal, focusable, disabled }: Spoken) {
  const told: Record<string, string | number> = {}
  if (landmark) told.role = landmark
  if (level) told.ariaLevel = level
  if (modal) told.ariaModal = 'true'
  if (focusable && !disabled) told.tabindex = 0
  return told
}
