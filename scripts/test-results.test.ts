import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closing, type FileResult, readResults } from './lib/test-results'

const root = join(__dirname, '..')
const at = (file: string, changes: Partial<FileResult> = {}): FileResult => ({
  kind: 'unit',
  file: join(root, file),
  ms: 1500,
  passed: 3,
  skipped: 0,
  failed: [],
  couldNotRun: false,
  ...changes,
})

test('all that passed is summed up in the last line', () => {
  const { lines, failed } = closing(
    root,
    [{ title: 'check', succeeded: true }],
    [at('a.test.ts'), at('b.test.ts', { kind: 'flows', skipped: 2 })],
  )
  expect(failed).toBe(0)
  expect(lines.at(-1)).toBe('7 passed, 0 failed, 2 skipped')
  expect(lines.join('\n')).not.toContain('Failed')
})

test('whatever failed is named right above the last line', () => {
  const { lines, failed } = closing(
    root,
    [{ title: 'build:h5', succeeded: false }],
    [at('a.test.ts', { failed: ['adds', 'takes away'] }), at('b.test.ts', { couldNotRun: true })],
  )
  expect(failed).toBe(4)
  expect(lines.slice(-7)).toEqual([
    'Failed:',
    '  ✘ build:h5',
    '  ✘ a.test.ts: adds',
    '  ✘ a.test.ts: takes away',
    '  ✘ b.test.ts could not run',
    '',
    '6 passed, 4 failed',
  ])
})

test('a run that was broken off keeps what was known and is not complete', () => {
  const text = `${JSON.stringify(at('a.test.ts'))}\n{"kind":"unit","fi`
  expect(readResults(text)).toEqual({ files: [at('a.test.ts')], isComplete: false })
  expect(readResults('').isComplete).toBe(false)
})

test('the reporter writes down what passed, failed and could not even start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huzhu-reporter-'))
  try {
    const results = join(folder, 'results.jsonl')
    writeFileSync(join(folder, 'package.json'), '{}')
    writeFileSync(
      join(folder, 'mixed.test.js'),
      "test('good', () => {}); test('bad', () => { throw new Error('no') }); test.skip('later', () => {})",
    )
    writeFileSync(join(folder, 'broken.test.js'), "require('./nothing')")
    spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/jest/bin/jest.js'),
        `--rootDir=${folder}`,
        `--reporters=${join(root, 'test/reporter.cjs')}`,
      ],
      { cwd: folder, env: { ...process.env, HUZHU_TEST_RESULTS: results } },
    )
    const { files, isComplete } = readResults(readFileSync(results, 'utf8'))
    expect(isComplete).toBe(true)
    const found = files.map(({ file, ms, ...rest }) => ({ ...rest, file: file.split('/').at(-1) }))
    expect(found.sort((a, b) => a.passed - b.passed)).toMatchObject([
      { file: 'broken.test.js', passed: 0, failed: [], couldNotRun: true },
      { file: 'mixed.test.js', passed: 1, skipped: 1, failed: ['bad'], couldNotRun: false },
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
