import type { PictureCheck } from '../../db/documents'

type CodeReason = NonNullable<PictureCheck['codes']>[number]

/** Codes that take money: WeChat's and Alipay's, and those of banks' apps that all read. */
const PAYMENT =
  /^(?:wxp:\/\/|weixin:\/\/wxpay\/|https?:\/\/(?:qr\.alipay\.com|payapp\.weixin\.qq\.com|wx\.tenpay\.com|qr\.95516\.com|i\.qianbao\.qq\.com|qpay\.qq\.com)\/|alipays?:\/\/)/i

/** Codes that add a person or lead into a group, and cards with a person's data. */
const CONTACT =
  /^(?:https?:\/\/(?:u\.wechat\.com|weixin\.qq\.com\/[rgx]|wx\.qq\.com|work\.weixin\.qq\.com|qm\.qq\.com|jq\.qq\.com|qun\.qq\.com|ur\.alipay\.com|t\.me|wa\.me|line\.me|qr\.dingtalk\.com|c\.tb\.cn|v\.douyin\.com)(?:\/|$)|weixin:\/\/|mqqapi:|mqqopensdkapi:|begin:vcard|mecard:|bizcard:|tel:|sms(?:to)?:|mailto:|matmsg:)/i

/** What a code in a picture is for, by what it says. Anything unknown is a person's to decide. */
export function reasonOfCode(text: string): CodeReason {
  const trimmed = text.trim()
  if (PAYMENT.test(trimmed)) return 'qr_payment'
  return CONTACT.test(trimmed) ? 'qr_contact' : 'qr_code'
}
