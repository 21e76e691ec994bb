import { TestEnvironment } from 'jest-environment-jsdom'

/**
 * A document to draw in, with Node's own way to the network: the compiled app reaches the local
 * cloud over HTTP, for which jsdom has nothing to offer.
 */
export default class PhoneEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    Object.assign(this.global, { fetch, Headers, Request, Response, TextDecoder, TextEncoder })
  }
}
