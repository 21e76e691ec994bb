import type { CallsOf } from './shape'

export const LEVELS = [
  { name: '新邻居', from: 0, benefits: '' },
  { name: '热心人', from: 8, benefits: '名字旁边有称号' },
  { name: '顶梁柱', from: 60, benefits: '限定礼物可以兑换' },
]

export const recognitionCalls: CallsOf<'recognition'> = {
  inputs: () => ({
    'recognition.get': {},
    'recognition.publishLevels': { basedOn: 1, levels: LEVELS },
  }),
  scenes: {
    'recognition.publishLevels': async ({ world, communityId, owner }) => {
      const { version } = await world.ok(owner, 'recognition.get', { communityId })
      return { user: owner, communityId, input: { communityId, basedOn: version, levels: LEVELS } }
    },
  },
  reads: {
    'recognition.get': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
  },
}
