import type { Answer } from './answers'
import type { Pushes } from './pushes'
import type { Fields, Picture, Reply } from './reply'
import type { WeChatState } from './state'

/** What the interfaces of WeChat work with. */
export interface Tools {
  state: WeChatState
  pushes: Pushes
  /** How long ago a user was in the app, in milliseconds; undefined for never. */
  visits: (openid: string) => number | undefined
  nextId: () => number
  /** Whether WeChat could load a file from this address. */
  canLoad: (address: string) => Promise<boolean>
}

/** Who asks. */
export interface Asker {
  function: string
  appid: string
  nowMs: number
  scripted: Answer | undefined
}

/** One interface: answers fields beside `errcode` and `errmsg`, or a picture, or throws. */
export type Interface = (
  tools: Tools,
  data: Fields,
  asker: Asker,
) => Reply | Picture | Promise<Reply | Picture>
