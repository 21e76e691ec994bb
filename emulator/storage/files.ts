import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
} from 'node:fs'
import { type FileHandle, open, readdir, rename, unlink } from 'node:fs/promises'
import pathModule from 'node:path'
import type { Readable } from 'node:stream'
import { CloudError } from '../codes'
import { fileBytesMax } from '../limits'
import { syncFolder, temporaryName } from './durable-file'

export interface StoredFile {
  path: string
  /** Bytes. */
  size: number
  createdAt: string
  /** The member whose phone sent it; null for a function. */
  owner: string | null
}

type About = Omit<StoredFile, 'size'>

/** A description is a path, an owner and an instant. */
const headerBytesMax = 16 * 1024

/**
 * Stored files, each one file on the disk: its length, its description, then its content. A path
 * becomes a hash, so that no path can leave the folder and any two paths can live side by side.
 */
export class Files {
  readonly #folder: string

  /** Removes what uploads that never ended have left. */
  constructor(dataDir: string) {
    this.#folder = filesFolder(dataDir)
    mkdirSync(this.#folder, { recursive: true })
    for (const name of readdirSync(this.#folder)) {
      if (name.startsWith('new-')) rmSync(pathModule.join(this.#folder, name))
    }
  }

  /**
   * Stores a file; an older one of the same path stays until the new one is wholly on the disk.
   * Refuses with EXCEED_MAX_PAYLOAD_SIZE. An upload that breaks off leaves nothing.
   */
  async put(about: About, content: AsyncIterable<Buffer>): Promise<StoredFile> {
    const temporary = temporaryName(this.#folder)
    const handle = await open(temporary, 'wx', 0o600)
    let size = 0
    try {
      await handle.writeFile(header(about))
      for await (const chunk of content) {
        size += chunk.length
        // What is too much is read and not kept: a sender that is cut off never hears why.
        if (size <= fileBytesMax) await handle.writeFile(chunk)
      }
      if (size > fileBytesMax) {
        throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `a file is ${fileBytesMax} bytes at most`)
      }
      await handle.sync()
      await handle.close()
      await rename(temporary, this.#place(about.path))
      await syncFolder(this.#folder)
    } catch (error) {
      await handle.close().catch(() => {})
      await unlink(temporary).catch(() => {})
      throw error
    }
    return { ...about, size }
  }

  /** Opens a file for one reading; whoever asks has to read it or to destroy the stream. */
  async read(path: string): Promise<{ file: StoredFile; content: Readable } | undefined> {
    const handle = await openIfThere(this.#place(path))
    if (handle === undefined) return undefined
    try {
      const { file, start } = await describe(handle)
      // The open handle keeps this version, whatever is stored under the path meanwhile.
      const content = createReadStream('', { fd: handle, start, autoClose: true })
      return { file, content }
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  async find(path: string): Promise<StoredFile | undefined> {
    return this.#look(this.#place(path))
  }

  /** Answers whether there was such a file. */
  async remove(path: string): Promise<boolean> {
    try {
      await unlink(this.#place(path))
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return false
      throw error
    }
    await syncFolder(this.#folder)
    return true
  }

  /** The newest files, for the console. */
  async list(limit: number): Promise<StoredFile[]> {
    const files: StoredFile[] = []
    for (const name of await readdir(this.#folder)) {
      if (!isStored(name)) continue
      const file = await this.#look(pathModule.join(this.#folder, name))
      if (file !== undefined) files.push(file)
    }
    return files.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, limit)
  }

  async #look(place: string): Promise<StoredFile | undefined> {
    const handle = await openIfThere(place)
    if (handle === undefined) return undefined
    try {
      return (await describe(handle)).file
    } finally {
      await handle.close()
    }
  }

  #place(path: string): string {
    return pathModule.join(this.#folder, nameOf(path))
  }
}

/** The files of a data folder. Throws when one of them cannot be what it says; answers how many. */
export function checkStoredFiles(dataDir: string): number {
  const folder = filesFolder(dataDir)
  const names = existsSync(folder) ? readdirSync(folder).filter(isStored) : []
  for (const name of names) {
    const handle = openSync(pathModule.join(folder, name), 'r')
    try {
      const length = Buffer.alloc(4)
      readSync(handle, length, 0, 4, 0)
      const text = Buffer.alloc(Math.min(length.readUInt32BE(), headerBytesMax))
      readSync(handle, text, 0, text.length, 4)
      const path = pathIn(text)
      if (path === undefined || nameOf(path) !== name) {
        throw new Error(`the stored file ${name} does not say what it is`)
      }
    } finally {
      closeSync(handle)
    }
  }
  return names.length
}

function pathIn(header: Buffer): string | undefined {
  try {
    return (JSON.parse(header.toString('utf8')) as About).path
  } catch {
    return undefined
  }
}

/** Where the stored files of a data folder lie. */
export function filesFolder(dataDir: string): string {
  return pathModule.join(dataDir, 'files')
}

/** Whether a name in that folder is a stored file's, and not that of an upload on its way. */
export function isStored(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name)
}

function nameOf(path: string): string {
  return createHash('sha256').update(path).digest('hex')
}

function header(about: About): Buffer {
  const text = Buffer.from(JSON.stringify(about))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, text])
}

async function describe(handle: FileHandle): Promise<{ file: StoredFile; start: number }> {
  const length = Buffer.alloc(4)
  await handle.read(length, 0, 4, 0)
  const text = Buffer.alloc(length.readUInt32BE())
  await handle.read(text, 0, text.length, 4)
  const start = 4 + text.length
  const { size } = await handle.stat()
  return { file: { ...(JSON.parse(text.toString('utf8')) as About), size: size - start }, start }
}

async function openIfThere(place: string): Promise<FileHandle | undefined> {
  try {
    return await open(place, 'r')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  }
}
