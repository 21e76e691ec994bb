import { parseArgs } from 'node:util'
import { Complaint } from './complaint'

/** One option of a script. `value` names what follows it; without it the option is a switch. */
type OptionSpec = { readonly about: string; readonly value?: string }

export type ScriptSpec = {
  /** How it is called: `npm start`. Options follow after ` -- `. */
  readonly command: string
  readonly about: string
  readonly options: Readonly<Record<string, OptionSpec>>
}

export type Options<S extends ScriptSpec> = {
  readonly [K in keyof S['options']]: S['options'][K] extends { value: string }
    ? string | undefined
    : boolean
}

/**
 * Reads a script's options. Answers null after printing the help. Anything the script does not know
 * is refused with a sentence: a mistyped `--reset` must not start something else.
 */
export function readOptions<const S extends ScriptSpec>(
  spec: S,
  args: readonly string[],
  print: (text: string) => void = console.log,
): Options<S> | null {
  const known = { ...spec.options, help: { about: 'this text' } } satisfies ScriptSpec['options']
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries<OptionSpec>(known).map(([name, { value }]) => [
        name,
        { type: value ? ('string' as const) : ('boolean' as const) },
      ]),
    ),
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  const given = new Map<string, string | true>()
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') refuse(spec, `takes no argument "${token.value}"`)
    const option: OptionSpec | undefined = Object.hasOwn(known, token.name)
      ? (known as Record<string, OptionSpec>)[token.name]
      : undefined
    if (!option) return refuse(spec, `has no option ${token.rawName}`)
    if (option.value && !token.value) refuse(spec, `needs ${option.value} after ${token.rawName}`)
    if (!option.value && token.value !== undefined)
      refuse(spec, `takes no value for ${token.rawName}`)
    given.set(token.name, token.value ?? true)
  }
  if (given.has('help')) {
    print(helpText(spec, known))
    return null
  }
  const values = Object.entries<OptionSpec>(spec.options).map(([name, { value }]) => [
    name,
    value ? given.get(name) : given.has(name),
  ])
  return Object.fromEntries(values) as Options<S>
}

/** A port as a person writes it. */
export function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new Complaint(`--port must be a whole number from 0 to 65535, not "${text}".`)
}

function refuse(spec: ScriptSpec, what: string): never {
  throw new Complaint(`${spec.command} ${what}; \`${spec.command} -- --help\` lists what it takes.`)
}

function helpText(spec: ScriptSpec, known: Readonly<Record<string, OptionSpec>>): string {
  const left = (name: string, { value }: OptionSpec) => `--${name}${value ? ` ${value}` : ''}`
  const rows = Object.entries(known).map(([name, option]) => [left(name, option), option.about])
  const width = Math.max(...rows.map(([flag = '']) => flag.length)) + 3
  const lines = rows.map(([flag = '', about = '']) => `  ${flag.padEnd(width)}${about}`)
  return `${spec.about}\n\n  ${spec.command} [-- OPTIONS]\n\n${lines.join('\n')}`
}
