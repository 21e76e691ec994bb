import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Complaint, runScript } from './lib/complaint'
import { readOptions } from './lib/options'

const SPEC = {
  command: 'npm run check',
  about: 'Checks format, lint with import walls, types and dead code.',
  options: { write: { about: 'let the formatter mend what it can' } },
} as const

const root = join(__dirname, '..')

async function main() {
  const options = readOptions(SPEC, process.argv.slice(2))
  if (!options) return
  const checks: [string, string[]][] = [
    ['biome', ['check', ...(options.write ? ['--write'] : []), '--error-on-warnings', '.']],
    ['tsc', ['-p', '.']],
    ['knip', []],
  ]
  const failed = checks.filter(([tool, args]) => {
    const started = Date.now()
    const { status } = spawnSync(join(root, 'node_modules/.bin', tool), args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    console.log(
      `${status === 0 ? 'ok' : 'FAILED'}  ${tool} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
    )
    return status !== 0
  })
  if (failed.length > 0) throw new Complaint(`${failed.length} of the checks failed.`)
}

runScript(main)
