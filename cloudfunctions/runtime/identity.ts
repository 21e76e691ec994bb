import tcb from '@cloudbase/node-sdk'
import { refuse } from './errors'
import { userIdOf } from './ids'

/** What the platform vouches for in one invocation. Nothing here comes from the event. */
export type Identity = {
  /** Null when no WeChat user stands behind the call: timers, HTTP access. */
  openid: string | null
  userId: string | null
  appid: string
  source: string
  /** Top-level fields of the event that the platform itself filled in. */
  openDataKeys: readonly string[]
}

/** The sources through which a member's phone (or its simulator) arrives. */
const PHONE = /^(wx_client|wx_devtools)(,|$)/

type InvocationContext = Parameters<typeof tcb.getCloudbaseContext>[0]

/**
 * Reads the trusted context. Must be called before the invocation awaits anything: identity stands
 * in the environment of the process, which the platform rewrites for each invocation.
 */
export function readIdentity(context: unknown): Identity {
  const trusted = tcb.getCloudbaseContext(context as InvocationContext) as unknown as Record<
    string,
    string | undefined
  >
  const source = trusted.TCB_SOURCE ?? ''
  const openid = PHONE.test(source) && trusted.WX_OPENID ? trusted.WX_OPENID : null
  return {
    openid,
    userId: openid === null ? null : userIdOf(openid),
    appid: trusted.WX_APPID ?? '',
    source,
    openDataKeys: openDataKeys(trusted.WX_OPEN_DATA_INFO),
  }
}

/** True when the platform itself calls, by timer or with a message: no phone can pretend that. */
export const isPlatform = (identity: Identity) => identity.source === 'wx_trigger'

function openDataKeys(info: string | undefined): string[] {
  if (!info) return []
  try {
    const { keys } = JSON.parse(info) as { keys?: unknown }
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

/** How long the platform's proof of a group may have been under way: its own life of a cloudID. */
const PROOF_MS_MAX = 5 * 60_000

type GroupField = {
  data?: { opengid?: unknown; watermark?: { appid?: unknown; timestamp?: unknown } }
}

/**
 * The id of the WeChat group the call was opened from, or null when the call names none.
 * A phone can send the same field as plain JSON, so it counts only when the trusted context lists it,
 * the watermark is this app's and it is fresh. Refuses with `group_not_proven` otherwise.
 */
export function provenGroup(identity: Identity, field: unknown, at: Date): string | null {
  if (field === undefined || field === null) return null
  const { data } = field as GroupField
  const { opengid, watermark } = data ?? {}
  const seconds = watermark?.timestamp
  const isProven =
    identity.openDataKeys.includes('group') &&
    typeof opengid === 'string' &&
    /^[0-9A-Za-z_-]{1,100}$/.test(opengid) &&
    watermark?.appid === identity.appid &&
    typeof seconds === 'number' &&
    Math.abs(at.getTime() - seconds * 1000) <= PROOF_MS_MAX
  return isProven ? opengid : refuse('group_not_proven')
}
