/** Settings of a watching build: readable output, nothing else differs from production. */
export default { logger: { quiet: false, stats: true } }
