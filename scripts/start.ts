import { runScript } from './lib/complaint'
import { requireNode } from './lib/node-version'

runScript(async () => {
  requireNode(process.versions.node)
  // Loaded after the check: a Node that is too old may not even read the rest.
  const { start } = await import('./lib/start')
  await start(process.argv.slice(2))
})
