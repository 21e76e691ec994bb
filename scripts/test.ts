import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../test/e2e/lib/browser'
import { Complaint, runScript } from './lib/complaint'
import { readOptions } from './lib/options'

const SPEC = {
  command: 'npm test',
  about: 'Runs everything: checks, builds, every kind of test; closes with "N passed, N failed".',
  options: {
    only: {
      value: 'KINDS',
      about: 'some of: check,unit,actions,conformance,flows,weapp,e2e (comma between)',
    },
    'no-build': { about: 'take dist/ as it is' },
  },
} as const

const root = join(__dirname, '..')
const KINDS = ['check', 'unit', 'actions', 'conformance', 'flows', 'weapp', 'e2e'] as const
type Kind = (typeof KINDS)[number]

type Count = { passed: number; failed: number; skipped: number }

/** Runs a command of the project in sight of the reader; answers whether it succeeded. */
function run(
  title: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): boolean {
  const started = Date.now()
  console.log(`\n▶ ${title}`)
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  })
  console.log(
    `${status === 0 ? '✔' : '✘'} ${title} (${Math.round((Date.now() - started) / 1000)} s)`,
  )
  return status === 0
}

const npm = (script: string) => run(script, 'npm', ['run', '--silent', script])

/** One jest project; a project that could not even start counts as one failure. */
function jest(project: string): Count {
  const folder = mkdtempSync(join(tmpdir(), 'huzhu-test-'))
  const report = join(folder, 'report.json')
  const succeeded = run(
    `tests: ${project}`,
    join(root, 'node_modules/.bin/jest'),
    ['--selectProjects', project, '--json', `--outputFile=${report}`],
    { FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
  )
  try {
    const result = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      numPendingTests: number
      numRuntimeErrorTestSuites: number
    }
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
    return {
      passed: result.numPassedTests,
      failed: failed === 0 && !succeeded ? 1 : failed,
      skipped: result.numPendingTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const step = (succeeded: boolean): Count => ({
  passed: succeeded ? 1 : 0,
  failed: succeeded ? 0 : 1,
  skipped: 0,
})

async function main() {
  const options = readOptions(SPEC, process.argv.slice(2))
  if (!options) return
  const wanted = new Set<string>(options.only?.split(',') ?? KINDS)
  const unknown = [...wanted].filter((kind) => !KINDS.includes(kind as Kind))
  if (unknown.length > 0)
    throw new Complaint(`There is no kind of test called ${unknown.join(', ')}.`)

  const counts: Count[] = []
  if (wanted.has('weapp') || wanted.has('e2e')) {
    if (wanted.has('e2e')) await findBrowser()
    if (!options['no-build']) {
      for (const script of ['build:weapp', 'build:h5', 'build:functions'])
        counts.push(step(npm(script)))
    }
  }
  if (wanted.has('check')) counts.push(step(npm('check')))
  for (const kind of KINDS.slice(1)) if (wanted.has(kind)) counts.push(jest(kind))

  const sum = (part: keyof Count) => counts.reduce((total, count) => total + count[part], 0)
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}

runScript(main)
