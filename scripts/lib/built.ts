import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** A build: what goes in, where it comes out, and how. Paths are relative to `root`. */
export type Build = {
  root: string
  /** Files and folders. Tests in them do not count: they are in no build. */
  inputs: readonly string[]
  /** Settings from outside that change the output. */
  settings?: Readonly<Record<string, string | undefined>>
  out: string
  run: (out: string) => Promise<void>
}

/** Lies in the output itself, so that whoever empties or renews it also removes the promise. */
const STAMP = '.inputs'

/**
 * Builds unless the output was made from the same inputs. Answers whether it had to. A build that
 * fails or is broken off leaves no stamp and is made again.
 */
export async function buildWhenChanged(build: Build): Promise<boolean> {
  const hash = hashInputs(build)
  const stamp = join(build.root, build.out, STAMP)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false
  rmSync(stamp, { force: true })
  await build.run(join(build.root, build.out))
  writeFileSync(stamp, hash)
  return true
}

function hashInputs({ root, inputs, settings = {} }: Build): string {
  const hash = createHash('sha256').update(JSON.stringify(settings))
  for (const input of inputs) {
    for (const file of filesOf(join(root, input))) {
      // The separator differs between systems, and so would the hash of an unchanged tree.
      hash.update(`\0${relative(root, file).split(sep).join('/')}\0`).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

function filesOf(place: string): string[] {
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return /\.test\.tsx?$/.test(place) ? [] : [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(join(place, name)))
}
