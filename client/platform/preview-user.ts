/**
 * The web build has no WeChat that says who is there. The preview names a simulated user and the
 * group whose card was opened in the frame's address (`?user=…&group=…`); kept for the session so
 * that a reload inside the frame stays the same person.
 */
function remembered(name: 'user' | 'group'): string | null {
  const given = new URLSearchParams(window.location.search).get(name)
  const key = `huzhu:${name}`
  if (given) window.sessionStorage.setItem(key, given)
  else if (name === 'group' && hasNewUser) window.sessionStorage.removeItem(key)
  return given ?? window.sessionStorage.getItem(key)
}

// An address that names a person but no group means: opened without a card.
const hasNewUser = new URLSearchParams(window.location.search).has('user')

export const previewUser = remembered('user') ?? 'visitor'
export const previewGroup = remembered('group')
