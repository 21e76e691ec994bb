import { rmSync } from 'node:fs'
import { closeSharedClouds } from './shared-cloud'

export default async function teardown(): Promise<void> {
  await closeSharedClouds()
  const folder = process.env.HUZHU_TEST_FUNCTIONS
  if (folder) rmSync(folder, { recursive: true, force: true })
}
