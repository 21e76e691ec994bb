import { requestFailed } from '../codes'

/**
 * A regular expression as the database understands it, made JavaScript's own: flags `imsx`, also as
 * `(?i)` at the beginning. Whole characters are matched, not halves of surrogate pairs.
 */
export function toRegExp(pattern: string, options: string): RegExp {
  let source = pattern
  const flags = new Set(options)
  const inline = /^\(\?([imsx]+)\)/.exec(source)
  if (inline?.[1] !== undefined) {
    for (const flag of inline[1]) flags.add(flag)
    source = source.slice(inline[0].length)
  }
  for (const flag of flags) {
    if (!'imsxu'.includes(flag)) throw requestFailed(`invalid flag in regex options: ${flag}`)
  }
  if (flags.has('x')) source = withoutComments(source)
  const own = [...flags].filter((flag) => 'ims'.includes(flag)).join('')
  try {
    return new RegExp(source, `${own}u`)
  } catch {
    // Escapes such as `\-` are errors in JavaScript's Unicode mode only.
  }
  try {
    return new RegExp(source, own)
  } catch {
    throw requestFailed(`Regular expression is invalid: ${pattern}`)
  }
}

/** Flag `x`: white space and `# …` outside of brackets mean nothing. */
function withoutComments(source: string): string {
  return source.replace(/\\.|\[(?:\\.|[^\]])*\]|\s+|#[^\n]*/gs, (part) =>
    /^(\s|#)/.test(part) ? '' : part,
  )
}
