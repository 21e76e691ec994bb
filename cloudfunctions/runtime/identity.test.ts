import { Refusal } from './errors'
import { type Identity, provenGroup } from './identity'

const now = new Date('2026-03-01T08:00:00Z')
const appid = 'wx-our-app'
const phone: Identity = {
  openid: 'o-ann',
  userId: 'u-ann',
  appid,
  source: 'wx_client',
  openDataKeys: ['group'],
}
const field = (change: { opengid?: unknown; appid?: unknown; timestamp?: unknown } = {}) => ({
  cloudID: 'c-1',
  data: {
    opengid: 'opengid' in change ? change.opengid : 'G-3',
    watermark: {
      appid: 'appid' in change ? change.appid : appid,
      timestamp: 'timestamp' in change ? change.timestamp : now.getTime() / 1000,
    },
  },
})

const codeOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'nothing was refused'
}

test('a group that the platform filled in, for this app and just now, is proven', () => {
  expect(provenGroup(phone, field(), now)).toBe('G-3')
})

test('a call without a group field has no group', () => {
  expect(provenGroup(phone, undefined, now)).toBeNull()
})

test.each([
  ['a field that only the phone filled in', { ...phone, openDataKeys: [] }, field()],
  ['a field listed under another name', { ...phone, openDataKeys: ['other'] }, field()],
  ['the watermark of another app', phone, field({ appid: 'wx-other' })],
  ['a proof older than five minutes', phone, field({ timestamp: now.getTime() / 1000 - 301 })],
  ['a proof from the future', phone, field({ timestamp: now.getTime() / 1000 + 301 })],
  ['a proof without a time', phone, field({ timestamp: undefined })],
  ['an id that is no text', phone, field({ opengid: { $gt: '' } })],
  ['an id that is no id', phone, field({ opengid: '../groups' })],
  ['a cloudID that was not resolved', phone, { cloudID: 'c-1', errCode: -601006 }],
  ['plain text', phone, 'G-3'],
  ['a number', phone, 7],
])('%s proves nothing', (_what, identity, value) => {
  expect(codeOf(() => provenGroup(identity, value, now))).toBe('group_not_proven')
})
