import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const HELP = `Checks format, lint with import walls, types and dead code; the first finding fails it.

  npm run check [-- --write]

  --write   let the formatter mend what it can`

const root = join(__dirname, '..')

function main() {
  const { values } = parseArgs({
    options: { write: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    console.log(HELP)
    return
  }
  const checks: [string, string[]][] = [
    ['biome', ['check', ...(values.write ? ['--write'] : []), '--error-on-warnings', '.']],
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
  process.exitCode = failed.length === 0 ? 0 : 1
}

main()
