const Sequencer = require('@jest/test-sequencer').default

/** Longest first. Otherwise one of these would begin when the others have ended, and a core be idle. */
const LONG = [
  /test\/(flows\/(timer-faults|faults-event)|e2e\/accessibility)/,
  /test\/flows\/faults-/,
  /test\/flows\/(budget|contract|ledger-faults|start)/,
  /test\/e2e\//,
  /test\/weapp\//,
  /test\/conformance\/durability/,
  /test\/conformance\//,
  /cloudfunctions\/functions\//,
]

module.exports = class extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((pattern) => pattern.test(path.replaceAll('\\', '/')))
      return at < 0 ? LONG.length : at
    }
    // Within a rank by what jest remembers or, on a fresh clone, by size.
    return super.sort(tests).sort((a, b) => rank(a) - rank(b))
  }
}
