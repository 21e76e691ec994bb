import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'

/** A name beside the final one, so that a rename stays within one file system. */
export function temporaryName(folder: string): string {
  return path.join(folder, `new-${randomUUID()}`)
}

/** Replaces a small file as a whole: after a crash it has its old or its new content. */
export function writeDurably(file: string, content: string | Buffer): void {
  const folder = path.dirname(file)
  const temporary = temporaryName(folder)
  const handle = openSync(temporary, 'w', 0o600)
  try {
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, file)
  const directory = openSync(folder, 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}

/** Makes renames and removals in a folder last. */
export async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
