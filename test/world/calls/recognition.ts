import type { CallsOf } from './shape'
import { givenItem, givenSaver } from './store'

export const LEVELS = [
  { name: '新邻居', from: 0, benefits: '' },
  { name: '热心人', from: 8, benefits: '名字旁边有称号' },
  { name: '顶梁柱', from: 60, benefits: '限定礼物可以兑换' },
]

export const recognitionCalls: CallsOf<'recognition'> = {
  inputs: ({ eventId }) => ({
    'recognition.get': {},
    'recognition.publishLevels': { basedOn: 1, levels: LEVELS },
    'recognition.setRanked': { ranked: false },
    'recognition.chooseFrame': { frame: 'bamboo' },
    'recognition.getCertificate': { of: { kind: 'event', eventId } },
    'recognition.verifyCertificate': { code: 'hzc0000000000000' },
  }),
  scenes: {
    'recognition.publishLevels': async ({ world, communityId, owner }) => {
      const { version } = await world.ok(owner, 'recognition.get', { communityId })
      return { user: owner, communityId, input: { communityId, basedOn: version, levels: LEVELS } }
    },
    'recognition.chooseFrame': async (at) => {
      const { communityId } = at
      const user = await givenSaver(at)
      const item = await givenItem(at, 'privilege', { privilege: 'profileFrame' })
      await at.world.ok(user, 'store.redeem', { communityId, ...item })
      return { user, communityId, input: { communityId, frame: 'bamboo' } }
    },
    'recognition.setRanked': async ({ communityId, ann }) => ({
      user: ann,
      communityId,
      input: { communityId, ranked: false },
    }),
  },
  reads: {
    'recognition.get': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'recognition.getCertificate': ({ ann, communityId, eventId }) => ({
      user: ann,
      input: { communityId, of: { kind: 'event', eventId } },
    }),
    'recognition.verifyCertificate': ({ ben, certificate }) => ({
      user: ben,
      input: { code: certificate },
    }),
  },
}
