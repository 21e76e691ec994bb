/** The names in braces of a sentence: `'还剩 {hours} 小时'` → `'hours'`. */
type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

/** What must be given with a sentence: nothing, or a value for each of its names. */
export type Given<S extends string> = [NamesIn<S>] extends [never]
  ? []
  : [params: Record<NamesIn<S>, string | number>]

/** The same keys as the Chinese source, every one of them. */
export type Like<T> = { readonly [K in keyof T]: string }

/** Puts values into a sentence's braces; a name without a value stays visible, to be noticed. */
export function fill(sentence: string, params: Readonly<Record<string, unknown>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole
  })
}
