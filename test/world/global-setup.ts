import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../scripts/build-functions'

/** Builds the functions once a run, into a folder of its own, so that two runs do not meet. */
export default async function setup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huzhu-functions-'))
  await buildFunctions(folder)
  process.env.HUZHU_TEST_FUNCTIONS = folder
}
