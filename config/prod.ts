/** Settings of a build that is published or tested. */
export default { logger: { quiet: false, stats: false } }
