import { createHash } from 'node:crypto'
import { userIdOf } from '../../cloudfunctions/runtime/ids'
import { type CallInput, type CallName, type CallOutput, contract } from '../../types/contract'
import type { Reply } from '../../types/errors'
import { picturePath } from '../../types/picture'
import type { CastMember } from './people'

export type Phone = ReturnType<typeof phoneAt>

/**
 * The demo's phones: every write of the demo goes the way a member's own would.
 * @param occasion sets the keys of these writes apart from those of another occasion
 */
export function phoneAt(url: string, occasion = 'demo') {
  let calls = 0

  async function post(path: string, body: unknown, openid?: string): Promise<unknown> {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(openid === undefined ? {} : { 'x-wx-openid': openid }),
      },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`the demo broke at ${path}: ${response.status} ${text}`)
    return JSON.parse(text)
  }

  return {
    /** One call of the contract that must succeed; `group`: opened from that group's card. */
    async call<N extends CallName>(
      who: CastMember,
      name: N,
      input: CallInput<N>,
      group?: string,
    ): Promise<CallOutput<N>> {
      const [fn, action] = name.split('.')
      calls += 1
      const event = {
        action,
        input,
        ...(contract[name].kind === 'write' ? { key: keyOf(occasion, calls) } : {}),
        ...(group === undefined
          ? {}
          : { group: await post('/wx/group-enter', { group }, who.openid) }),
      }
      const reply = (await post(`/call/${fn}`, event, who.openid)) as Reply<CallOutput<N>>
      if (reply.ok) return reply.data
      const why = `${reply.code} ${JSON.stringify(reply.params)}`
      throw new Error(`the demo broke: ${who.name} was refused ${name} with ${why}`)
    },

    /** Moves the cloud's clock, which its functions follow. */
    moveClockTo: (atMs: number) =>
      post('/_control/clock', { offsetMs: Math.round(atMs - Date.now()) }),

    /** Puts a picture into this person's folder of a community; answers its file id. */
    async send(who: CastMember, communityId: string, name: string, picture: Buffer) {
      const path = picturePath(communityId, userIdOf(who.openid), name, 'png')
      const response = await fetch(`${url}/wx/upload-file?path=${path}`, {
        method: 'POST',
        headers: { 'x-wx-openid': who.openid },
        body: new Uint8Array(picture),
      })
      return ((await response.json()) as { fileID: string }).fileID
    },

    /** Lets the checks of pictures that wait begin. */
    look: () => post('/_control/timers/fire', { function: 'pictures' }),

    /** Lets the timer deliver what waits and end what is overdue. */
    tick: () => post('/_control/timers/fire', { function: 'timer' }),
  }
}

/** A key as a phone makes it, but the same in every run. */
const keyOf = (occasion: string, call: number) =>
  createHash('sha256').update(`${occasion} call ${call}`).digest('hex').slice(0, 26)
