import { relative } from 'node:path'

/** What `test/reporter.cjs` writes down of a test file. */
export type FileResult = {
  kind: string
  file: string
  ms: number
  passed: number
  skipped: number
  /** The names of the tests that failed. */
  failed: string[]
  /** It failed as a whole: no test of it ran. */
  couldNotRun: boolean
}
/** A step that is not a test file: a build, the checks. */
export type StepResult = { title: string; succeeded: boolean }

/** Reads what was written down; a line that was broken off is left out. */
export function readResults(text: string): { files: FileResult[]; isComplete: boolean } {
  const lines = text.split('\n').flatMap((line): (FileResult | { isComplete: true })[] => {
    try {
      return [JSON.parse(line)]
    } catch {
      return []
    }
  })
  return {
    files: lines.filter((line) => 'file' in line),
    isComplete: lines.some((line) => 'isComplete' in line),
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

/** How much each kind of test took, and how long all its files together. */
function tableOf(files: FileResult[]): string[] {
  const kinds = [...new Set(files.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const own = files.filter((file) => file.kind === kind)
    const tests = sum(own.map(({ passed, failed }) => passed + failed.length))
    const seconds = (sum(own.map(({ ms }) => ms)) / 1000).toFixed(0)
    return `${kind.padEnd(12)} ${String(tests).padStart(5)} tests in ${String(own.length).padStart(3)} files, ${seconds.padStart(4)} s`
  })
}

/**
 * The end of the output: what each kind took, the name of all that failed, and last the sums. A step
 * counts as a test, a file that could not run as one that failed.
 */
export function closing(
  root: string,
  steps: StepResult[],
  files: FileResult[],
): { lines: string[]; failed: number } {
  const failures = [
    ...steps.filter(({ succeeded }) => !succeeded).map(({ title }) => title),
    ...files.flatMap((file) => {
      const place = relative(root, file.file)
      const names = file.failed.map((name) => `${place}: ${name}`)
      return file.couldNotRun ? [`${place} could not run`, ...names] : names
    }),
  ]
  const passed =
    steps.filter(({ succeeded }) => succeeded).length + sum(files.map((file) => file.passed))
  const skipped = sum(files.map((file) => file.skipped))
  const lines = [
    ...tableOf(files),
    ...(failures.length > 0 ? ['', 'Failed:', ...failures.map((name) => `  ✘ ${name}`)] : []),
    '',
    `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  ]
  return { lines, failed: failures.length }
}
