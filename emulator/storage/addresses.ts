import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Clock } from '../clock'
import { temporaryAddressSecondsMax, uploadPermitSeconds } from '../limits'
import { writeDurably } from './durable-file'
import { bucket, checkPath } from './file-id'

/**
 * Signed addresses of stored files, good for a time by the cloud's clock. The key lies in the data
 * folder, so that an address outlives a restart.
 */
export class Addresses {
  readonly #key: Buffer
  readonly #clock: Clock
  #origin = ''

  constructor(dataDir: string, clock: Clock) {
    const file = path.join(dataDir, 'address.key')
    if (!existsSync(file)) writeDurably(file, randomBytes(32))
    this.#key = readFileSync(file)
    this.#clock = clock
  }

  /** Where files are served; known once the cloud listens. */
  serveAt(origin: string): void {
    this.#origin = origin
  }

  /** Where a file may be sent to, and the permit that has to go with it. */
  upload(filePath: string): { url: string; authorization: string } {
    const expires = this.#now() + uploadPermitSeconds
    const encoded = filePath.split('/').map(encodeURIComponent).join('/')
    const sign = this.#sign('put', filePath, expires)
    return {
      url: `${this.#origin}/storage/${bucket}/${encoded}`,
      authorization: `q-sign-time=${expires}&q-signature=${sign}`,
    }
  }

  mayUpload(filePath: string, authorization: string | undefined): boolean {
    const match = /^q-sign-time=(\d+)&q-signature=([0-9a-f]+)$/.exec(authorization ?? '')
    return match !== null && this.#isGood('put', filePath, match[1] ?? '', match[2] ?? '')
  }

  /** An address for reading; its path is not escaped, because the SDK does that. */
  temporary(filePath: string, seconds: number): string {
    const expires = this.#now() + Math.min(seconds, temporaryAddressSecondsMax)
    const sign = this.#sign('get', filePath, expires)
    return `${this.#origin}/storage/${bucket}/${filePath}?sign=${sign}&t=${expires}`
  }

  mayDownload(filePath: string, query: URLSearchParams): boolean {
    return this.#isGood('get', filePath, query.get('t') ?? '', query.get('sign') ?? '')
  }

  /** The path that one of these addresses leads to while it is good. */
  pathOf(address: string): string | undefined {
    const base = `${this.#origin}/storage/${bucket}/`
    if (this.#origin === '' || !address.startsWith(base)) return undefined
    const url = new URL(address)
    const filePath = checkPath(decodeURIComponent(url.pathname.slice(`/storage/${bucket}/`.length)))
    return this.mayDownload(filePath, url.searchParams) ? filePath : undefined
  }

  isOwn(address: string): boolean {
    return this.#origin !== '' && address.startsWith(`${this.#origin}/storage/`)
  }

  #isGood(verb: string, filePath: string, expires: string, sign: string): boolean {
    const expected = Buffer.from(this.#sign(verb, filePath, Number(expires)))
    const given = Buffer.from(sign)
    return (
      given.length === expected.length &&
      timingSafeEqual(given, expected) &&
      this.#now() < Number(expires)
    )
  }

  #sign(verb: string, filePath: string, expires: number): string {
    return createHmac('sha256', this.#key).update(`${verb}\n${filePath}\n${expires}`).digest('hex')
  }

  #now(): number {
    return Math.floor(this.#clock.now() / 1000)
  }
}
