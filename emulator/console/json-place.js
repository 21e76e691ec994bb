const TOKEN =
  /\s+|[{}[\],:]|"(?:[^"\\\n]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** What may come next at each point of JSON. */
const NEXT = {
  value: '一个值',
  firstName: '"名字"或 }',
  name: '"名字"',
  colon: '冒号',
  firstItem: '一个值或 ]',
  afterField: '逗号或 }',
  afterItem: '逗号或 ]',
  end: '结尾',
}

/**
 * Where a text stops being JSON, as a sentence: browsers tell it each in their own way, and for short
 * texts not at all. Undefined for whole JSON.
 */
export function breakingPlace(text) {
  const open = []
  let state = 'value'
  let at = 0
  const after = () => (open.length === 0 ? 'end' : open.at(-1) === '{' ? 'afterField' : 'afterItem')
  while (at < text.length) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined) break
    const next = token.trim() === '' ? state : step(token, state, open, after)
    if (next === undefined) break
    state = next
    at = TOKEN.lastIndex
  }
  if (at >= text.length && state === 'end') return undefined
  const line = text.slice(0, at).split('\n').length
  const wanted = NEXT[state]
  if (at >= text.length) return `到结尾还缺${wanted}。`
  const found = text.slice(at, at + 12).split('\n')[0]
  return `第 ${line} 行的 ${found} 处应该是${wanted}。`
}

/** The state after a token; undefined where it may not stand. */
function step(token, state, open, after) {
  const isValue = state === 'value' || state === 'firstItem'
  if (token === '{' || token === '[') {
    if (!isValue) return undefined
    open.push(token)
    return token === '{' ? 'firstName' : 'firstItem'
  }
  if (token === '}' || token === ']') {
    const [opening, states] =
      token === '}' ? ['{', ['firstName', 'afterField']] : ['[', ['firstItem', 'afterItem']]
    if (open.at(-1) !== opening || !states.includes(state)) return undefined
    open.pop()
    return after()
  }
  if (token === ':') return state === 'colon' ? 'value' : undefined
  if (token === ',') return { afterField: 'name', afterItem: 'value' }[state]
  if (token.startsWith('"') && (state === 'firstName' || state === 'name')) return 'colon'
  return isValue ? after() : undefined
}
