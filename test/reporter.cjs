const { appendFileSync } = require('node:fs')

/**
 * Writes down each test file's result as it comes, a line of JSON each (scripts/lib/test-results.ts
 * reads them): what is known when the run is broken off is not lost.
 */
module.exports = class {
  onTestResult({ path, context }, result) {
    const file = process.env.HUZHU_TEST_RESULTS
    if (!file) return
    const line = {
      kind: context.config.displayName?.name ?? '',
      file: path,
      ms: result.perfStats.end - result.perfStats.start,
      passed: result.numPassingTests,
      skipped: result.numPendingTests + result.numTodoTests,
      failed: result.testResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => fullName),
      couldNotRun: Boolean(result.testExecError),
    }
    appendFileSync(file, `${JSON.stringify(line)}\n`)
  }

  onRunComplete() {
    const file = process.env.HUZHU_TEST_RESULTS
    if (file) appendFileSync(file, '{"isComplete":true}\n')
  }
}
