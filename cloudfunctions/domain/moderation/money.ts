import type { ScreenReason } from '../../../types/moderation'
import { compact, normalise } from './normalise'

/** Asking for money from the community: needs a licence that no community has (PLATFORM.md). */
const ASKS =
  /(?:求|请|望|恳请|希望|呼吁|麻烦)(?:大家|各位|好心人|朋友们|邻居们|群友|帮忙|帮帮忙|伸出援手|献爱心)*(?:给我)?(?:捐款|捐点|捐助|募捐|筹款|众筹|打赏|打款)|(?:水滴筹|轻松筹|爱心筹|无忧筹|众筹)(?:链接|一下|转发|帮忙|扩散|支持)|(?:转发|扩散|支持|帮忙)(?:一下)?(?:我的|我家|他的|她的)?(?:水滴筹|轻松筹|爱心筹|筹款|众筹)|(?:发起|正在)(?:了|一个)?(?:筹款|募捐|众筹)|(?:爱心|善款|捐款)(?:请)?(?:打到|汇到|转到|汇入)/
/** Money is spoken of in a way that a person should read. */
const MENTIONS =
  /水滴筹|轻松筹|爱心筹|众筹|募捐|捐款|筹款|善款|收款码|借我\d*(?:元|块|钱|万)|借(?:点|些)钱|急需用钱|先转(?:我|账)|转账给我|打到我(?:的)?(?:卡|账户|支付宝)/

/**
 * Whether a text asks for money (`fund_raising`) or speaks of it so that a person should look
 * (`money`). For free text and for the forms of sensitive requests alike (B3).
 */
export function findMoney(text: string): Extract<ScreenReason, 'fund_raising' | 'money'> | null {
  const tight = compact(normalise(text))
  if (ASKS.test(tight)) return 'fund_raising'
  return MENTIONS.test(tight) ? 'money' : null
}
