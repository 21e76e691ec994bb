import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../scripts/build-functions'
import bundleCloudOnce from './bundle-setup'
import { startSharedClouds } from './shared-cloud'

/** Builds the functions once a run, into a folder of its own so that two runs do not meet. */
export default async function setup({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  await bundleCloudOnce()
  const folder = mkdtempSync(join(tmpdir(), 'huzhu-functions-'))
  process.env.HUZHU_TEST_FUNCTIONS = folder
  await buildFunctions(folder)
  await startSharedClouds(folder, maxWorkers)
}
