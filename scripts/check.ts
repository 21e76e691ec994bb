import { join } from 'node:path'
import { Complaint, runScript } from './lib/complaint'
import { readOptions } from './lib/options'
import { root, run } from './lib/run'

const SPEC = {
  command: 'npm run check',
  about: 'Checks format, lint with import walls, types and dead code.',
  options: { write: { about: 'let the formatter mend what it can' } },
} as const

/** What the tools remember of the last run; they see for themselves what has changed since. */
const memory = (name: string) => join(root, 'node_modules/.cache', name)

async function main() {
  const options = readOptions(SPEC, process.argv.slice(2))
  if (!options) return
  const write = options.write ? ['--write'] : []
  const biome = () => run('biome', 'biome', ['check', ...write, '--error-on-warnings', '.'])
  // Where it writes it goes first: the others should not read a file half way.
  const formatted = options.write ? await biome() : undefined
  const types = ['-p', '.', '--incremental', '--tsBuildInfoFile', memory('types.tsbuildinfo')]
  const passed = await Promise.all([
    run('tsc', 'tsc', types),
    formatted ?? biome(),
    run('knip', 'knip', ['--cache', '--cache-location', memory('knip')]),
  ])
  const failed = passed.filter((succeeded) => !succeeded).length
  if (failed > 0) throw new Complaint(`${failed} of the checks failed.`)
}

runScript(main)
