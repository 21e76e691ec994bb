/** What a mutation of the ledger must turn red: its own tests, in memory. */
const { projects } = require('./jest.config')

// Each mutant meets fewer runs of the model, so that all are through in minutes.
process.env.LEDGER_RUNS = '20'

module.exports = {
  ...projects.find(({ displayName }) => displayName === 'unit'),
  testMatch: ['<rootDir>/cloudfunctions/domain/ledger/*.test.ts'],
}
