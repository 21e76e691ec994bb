import { lt, store } from '../../db/store'
import { now } from '../../runtime/clock'

/** WeChat answers within half an hour; what is older than this is not asked about any more. */
const KEPT_MS = 2 * 86_400_000

/** Forgets traces of checks that are long over, and of those that nobody asked for in the end. */
export const forgetTraces = (): Promise<number> =>
  store.removeWhere('pictureTraces', { createdAt: lt(new Date(now().getTime() - KEPT_MS)) })
