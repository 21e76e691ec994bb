import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { isPlainObject } from '../documents/key'
import { cloudIdLifeMs, cloudIdsKept } from '../limits'
import { appIdDefault } from './context'
import type { People } from './people'

interface Proof {
  openid: string
  group: string
  madeAtMs: number
}

/** Proofs that a user opened the app from a group, as `wx.getGroupEnterInfo` gives them. */
export class OpenData {
  readonly #clock: Clock
  readonly #people: People
  readonly #proofs = new Map<string, Proof>()

  constructor(clock: Clock, people: People) {
    this.#clock = clock
    this.#people = people
  }

  /** A proof for a user who is in the group; refused when the group is known and the user is not in it. */
  enterGroup(
    openid: string,
    group: string,
  ): { cloudID: string } | { errCode: number; errMsg: string } {
    if (this.#people.isStranger(openid, group)) {
      return { errCode: 65206, errMsg: 'getGroupEnterInfo:fail the user is not in the group' }
    }
    const cloudID = `local_${randomBytes(18).toString('base64url')}`
    this.#proofs.set(cloudID, { openid, group, madeAtMs: this.#clock.now() })
    if (this.#proofs.size > cloudIdsKept) {
      this.#proofs.delete(this.#proofs.keys().next().value as string)
    }
    return { cloudID }
  }

  /**
   * Fills in the top-level fields of an event that carry a `cloudID` and nothing else. A field that
   * already has `data` was written by the client: it passes unchanged and is not vouched for.
   */
  resolve(event: Record<string, unknown>, openid: string | undefined, appid = appIdDefault) {
    const keys: string[] = []
    const resolved = { ...event }
    for (const [key, field] of Object.entries(event)) {
      if (!isPlainObject(field) || typeof field.cloudID !== 'string' || 'data' in field) continue
      const cloudID = field.cloudID
      const proof = this.#proofs.get(cloudID)
      if (proof === undefined || this.#clock.now() - proof.madeAtMs > cloudIdLifeMs) {
        resolved[key] = { cloudID, errCode: -601006, errMsg: 'cloudID has expired' }
      } else if (proof.openid !== openid) {
        resolved[key] = {
          cloudID,
          errCode: -601007,
          errMsg: 'cloudID does not belong to this user',
        }
      } else {
        const timestamp = Math.floor(proof.madeAtMs / 1000)
        const data = { opengid: proof.group, openGId: proof.group, watermark: { appid, timestamp } }
        resolved[key] = { cloudID, data }
        keys.push(key)
      }
    }
    return { event: resolved, keys }
  }
}
