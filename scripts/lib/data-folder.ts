import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import Database from 'libsql'
import { Complaint, systemReason } from './complaint'

/** What lies in a data folder; `--reset` removes these and nothing that someone else put there. */
const STATE_FILE = 'huzhu.json'
const LOCK_FILE = 'lock.db'
const CLOUD_FOLDER = 'cloud'
const PEOPLE_FILE = 'people.json'

type State = {
  about: string
  /** When the demo was complete; null while it is not. */
  seededAt: string | null
  /** Where the last run could be reached. */
  address: string | null
}

const EMPTY: State = {
  about: 'Data of the local 互助圈. `npm start -- --reset` begins anew.',
  seededAt: null,
  address: null,
}

export type DataFolder = {
  readonly path: string
  readonly cloudDir: string
  readonly peopleFile: string
  readonly state: Readonly<State>
  /** Writes the change so that a crash leaves the old state or the new one. */
  remember(change: Partial<Omit<State, 'about'>>): void
  /** Removes everything the cloud keeps, for a seed that begins anew. */
  clear(): void
  close(): void
}

/**
 * Opens the data folder for this process alone, or makes it; the lock is the operating system's and
 * ends with the process, however that ends. Refuses a folder that holds other people's things, a
 * folder that cannot be written, and one that another run is using.
 * @param isOurPlace the folder's parents are ours to make (the default place)
 */
export function openDataFolder(path: string, isOurPlace: boolean): DataFolder {
  const folder = resolve(path)
  const shown = shortPath(folder)
  makeFolder(folder, shown, isOurPlace)
  let state = readState(folder, shown)
  let lock: Database.Database
  const write = (next: State) => {
    const file = join(folder, STATE_FILE)
    try {
      writeFileSync(`${file}.new`, `${JSON.stringify(next, null, 2)}\n`, { flush: true })
      renameSync(`${file}.new`, file)
    } catch (error) {
      throw unwritable(shown, error)
    }
    state = next
  }
  if (!state) write(EMPTY)
  lock = takeLock(folder, shown, state?.address ?? null)
  const current = () => state ?? EMPTY

  return {
    path: shown,
    cloudDir: join(folder, CLOUD_FOLDER),
    peopleFile: join(folder, PEOPLE_FILE),
    get state() {
      return current()
    },
    remember: (change) => write({ ...current(), ...change }),
    clear() {
      write(EMPTY)
      for (const name of [CLOUD_FOLDER, PEOPLE_FILE]) {
        rmSync(join(folder, name), { recursive: true, force: true })
      }
    },
    close: () => lock.close(),
  }
}

/** As a person would type it: relative to where they are, when it lies below. */
function shortPath(path: string): string {
  const near = relative(process.cwd(), path)
  return near && !near.startsWith('..') ? near : path
}

function makeFolder(folder: string, shown: string, isOurPlace: boolean): void {
  try {
    mkdirSync(folder, { recursive: isOurPlace })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code === 'ENOENT' && !parentExists(folder)) {
      throw new Complaint(
        `The folder ${dirname(folder)} does not exist: make it first, or name another one with --data.`,
      )
    }
    throw unwritable(shown, error)
  }
}

function parentExists(folder: string): boolean {
  try {
    readdirSync(dirname(folder))
    return true
  } catch {
    return false
  }
}

/** The folder's state; null when it is empty. Refuses what is not a data folder of ours. */
function readState(folder: string, shown: string): State | null {
  let names: string[]
  try {
    names = readdirSync(folder).filter((name) => name !== '.DS_Store')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') {
      throw new Complaint(`${shown} is a file, not a folder: name another place with --data.`)
    }
    throw new Complaint(`The data folder ${shown} cannot be read: ${systemReason(error)}.`)
  }
  if (!names.includes(STATE_FILE)) {
    if (names.every((name) => name === `${STATE_FILE}.new`)) return null
    throw new Complaint(
      `The folder ${shown} holds things that are not ours; nothing was touched: name an empty one with --data.`,
    )
  }
  try {
    const state = JSON.parse(
      readFileSync(join(folder, STATE_FILE), 'utf8'),
    ) as Partial<State> | null
    if (state?.about === EMPTY.about) return { ...EMPTY, ...state }
  } catch {
    // Said below.
  }
  throw new Complaint(
    `${join(shown, STATE_FILE)} is not readable as ours; nothing was touched: name another folder with --data.`,
  )
}

function takeLock(folder: string, shown: string, address: string | null): Database.Database {
  let lock: Database.Database | undefined
  try {
    lock = new Database(join(folder, LOCK_FILE))
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') {
      throw new Complaint(
        `The data folder ${shown} is in use${address ? ` by the one running at ${address}` : ''}: ` +
          'end that one, or name another folder with --data.',
      )
    }
    throw unwritable(shown, error)
  }
}

const unwritable = (shown: string, error: unknown) =>
  new Complaint(
    `The data folder ${shown} cannot be written (${systemReason(error)}): name another one with --data.`,
  )
