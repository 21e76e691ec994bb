import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../test/e2e/lib/browser'
import { Complaint, runScript } from './lib/complaint'
import { readOptions } from './lib/options'
import { root, run } from './lib/run'
import { closing, readResults, type StepResult } from './lib/test-results'

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

const TESTS = ['unit', 'actions', 'conformance', 'flows', 'weapp', 'e2e']

async function main() {
  const options = readOptions(SPEC, process.argv.slice(2))
  if (!options) return
  const wanted = options.only?.split(',') ?? ['check', ...TESTS]
  const unknown = wanted.filter((kind) => kind !== 'check' && !TESTS.includes(kind))
  if (unknown.length > 0)
    throw new Complaint(`There is no kind of test called ${unknown.join(', ')}.`)

  const folder = mkdtempSync(join(tmpdir(), 'huzhu-test-'))
  const notes = join(folder, 'results.jsonl')
  const steps: StepResult[] = []
  const step = async (title: string, work: () => Promise<boolean>) => {
    // Whatever happens: the last line is printed.
    const succeeded = await work().catch((error: unknown) => {
      console.log(error instanceof Error ? error.message : error)
      return false
    })
    steps.push({ title, succeeded })
  }
  const kinds = TESTS.filter((kind) => wanted.includes(kind))
  const inBrowser = kinds.includes('e2e')
  const needsBuilds = (inBrowser || kinds.includes('weapp')) && !options['no-build']

  if (inBrowser) await step('a browser', async () => findBrowser() !== '')
  await Promise.all([
    wanted.includes('check') ? step('check', npm('check')) : undefined,
    needsBuilds ? build(step) : undefined,
  ])
  const succeeded = kinds.length === 0 || (await jest(kinds, notes))
  const { files, isComplete } = readResults(existsSync(notes) ? readFileSync(notes, 'utf8') : '')
  if (kinds.length > 0) {
    const isExplained =
      succeeded || files.some((file) => file.failed.length > 0 || file.couldNotRun)
    steps.push({ title: 'jest, to its end', succeeded: isComplete && isExplained })
  }
  rmSync(folder, { recursive: true, force: true })
  const { lines, failed } = closing(root, steps, files)
  console.log(`\n${lines.join('\n')}`)
  process.exitCode = failed === 0 ? 0 : 1
}

const npm = (script: string) => () => run(script, 'npm', ['run', '--silent', script])

type Step = (title: string, work: () => Promise<boolean>) => Promise<void>

async function build(step: Step): Promise<void> {
  for (const script of ['build:weapp', 'build:h5', 'build:functions']) {
    await step(script, npm(script))
  }
}

/** All kinds in one run, so that no core waits for the last file of a kind. */
function jest(kinds: string[], notes: string): Promise<boolean> {
  const workers = `--maxWorkers=${availableParallelism() + 1}`
  return run('jest', 'jest', [workers, '--selectProjects', ...kinds], {
    isLive: true,
    env: { HUZHU_TEST_RESULTS: notes },
  })
}

runScript(main)
