import { reasonOfCode } from './codes-in-pictures'

test.each([
  ['wxp://f2f0abcdefghijklmnop', 'qr_payment'],
  ['HTTPS://QR.ALIPAY.COM/fkx12345', 'qr_payment'],
  ['https://u.wechat.com/MCm9aXqJ7u2kEabc?s=2', 'qr_contact'],
  ['https://weixin.qq.com/g/AwYAAabc', 'qr_contact'],
  ['https://work.weixin.qq.com/gm/abc', 'qr_contact'],
  ['https://qm.qq.com/q/abc', 'qr_contact'],
  ['BEGIN:VCARD\nN:Li;Ming\nTEL:13800138000\nEND:VCARD', 'qr_contact'],
  ['tel:13800138000', 'qr_contact'],
  ['https://example.com/menu', 'qr_code'],
  ['https://example.com/?to=https://u.wechat.com/abc', 'qr_code'],
  ['6901234567892', 'qr_code'],
  ['', 'qr_code'],
] as const)('%s is a %s', (text, reason) => {
  expect(reasonOfCode(text)).toBe(reason)
})
