import { CONTRIBUTION_MAX, LEVEL_NAME_MAX, type Level } from '../../../../types/recognition'

/** The levels as they are typed; `key` keeps a row's place while others come and go. */
export type Typed = {
  basedOn: number
  rows: { key: number; name: string; from: string; benefits: string }[]
}

export const typedOf = (version: number, levels: readonly Level[]): Typed => ({
  basedOn: version,
  rows: levels.map(({ name, from, benefits }, key) => ({
    key,
    name,
    from: String(from),
    benefits,
  })),
})

export const levelsOf = ({ rows }: Typed): Level[] =>
  rows.map(({ name, from, benefits }) => ({
    name: name.trim(),
    from: Number(from),
    benefits: benefits.trim(),
  }))

export type Mistakes = { name?: true; from?: true }

/** What is wrong with each row: a name that is missing or too long, a threshold that does not rise. */
export const mistakesOf = (form: Typed): Mistakes[] => {
  const levels = levelsOf(form)
  return levels.map(({ name, from }, n) => {
    const before = levels[n - 1]
    const rises = before === undefined || from > before.from
    return {
      ...(name === '' || name.length > LEVEL_NAME_MAX ? { name: true } : {}),
      ...(rises && from <= CONTRIBUTION_MAX ? {} : { from: true }),
    }
  })
}

/** One more level above the highest, asking for twice as much. */
export const withOneMore = ({ rows }: Typed): Pick<Typed, 'rows'> => {
  const last = Number(rows.at(-1)?.from ?? 0)
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1
  return { rows: [...rows, { key, name: '', from: String(Math.max(10, last * 2)), benefits: '' }] }
}
