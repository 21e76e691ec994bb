import { rmSync } from 'node:fs'
import { bundleCloud } from './cloud-bundle'

/** For all tests that start the local cloud: compiles it once a run. */
export default async function bundleCloudOnce(): Promise<void> {
  if (process.env.HUZHU_CLOUD_MAIN) return
  const file = await bundleCloud()
  process.env.HUZHU_CLOUD_MAIN = file
  process.once('exit', () => rmSync(file, { force: true }))
}
