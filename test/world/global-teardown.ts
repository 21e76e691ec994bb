import { rmSync } from 'node:fs'

export default async function teardown(): Promise<void> {
  const folder = process.env.HUZHU_TEST_FUNCTIONS
  if (folder) rmSync(folder, { recursive: true, force: true })
}
