import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'
import { requestFailed } from '../codes'

/**
 * Puts SQLite's write-ahead log on the disk without holding up the thread that writes to it. A
 * commit that lies in the log is kept whatever happens, as soon as the log itself is on the disk.
 */
export class LogSync {
  readonly #file: string
  readonly #sync: (descriptor: number) => Promise<void>
  #descriptor: number | undefined
  #failure: Error | undefined

  constructor(file: string, sync = syncOffThread) {
    this.#file = file
    this.#sync = sync
  }

  /** Answers with the failure, if there is one. Never rejects. */
  async sync(): Promise<Error | undefined> {
    try {
      await this.#sync(this.#open())
      return undefined
    } catch (error) {
      return this.#fail(error)
    }
  }

  /** The same, before it returns. */
  syncNow(): Error | undefined {
    try {
      fdatasyncSync(this.#open())
      return undefined
    } catch (error) {
      return this.#fail(error)
    }
  }

  /**
   * After a failed sync nobody knows what is on the disk, and a second attempt may succeed without
   * having written anything: no further write is taken until the cloud has been started again.
   */
  requireWorking(): void {
    if (this.#failure !== undefined) throw this.#failure
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }

  /** The log is made with the first commit and stays the same file while the writer is open. */
  #open(): number {
    this.#descriptor ??= openSync(this.#file, 'r+')
    return this.#descriptor
  }

  #fail(error: unknown): Error {
    const why = (error as Error).message
    this.#failure = requestFailed(
      `the log could not be put on the disk (${why}): start the cloud again`,
    )
    return this.#failure
  }
}

function syncOffThread(descriptor: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fdatasync(descriptor, (error) => (error === null ? resolve() : reject(error)))
  })
}
