import { newKey } from '..'
import type { CallsOf } from './shape'

export const communityCalls: CallsOf<'community'> = {
  inputs: () => ({
    'community.enter': {},
    'community.listPresets': {},
    'community.create': {
      preset: 'technology',
      name: '又一个圈子',
      purpose: '随便看看有没有人在',
      nickname: '路人',
      avatar: 'a3',
    },
    'community.bindGroup': {},
    'community.getRules': {},
    'community.getSettings': {},
    'community.describe': {
      name: '新的名字',
      purpose: '有事就喊一声',
      welcome: '欢迎你来，先看看谁家要帮忙。',
    },
    'community.publishQuestions': { basedOn: 1, questions: [] },
    'community.listRoles': {},
    'community.publishRules': { basedOn: 1, items: ['把话说清楚，把谢意说出口'] },
  }),
  scenes: {
    'community.create': async ({ world }) => {
      const user = world.person('founder')
      return {
        user,
        input: {
          preset: 'technology',
          name: '夜谈',
          purpose: '聊聊手上的活计',
          nickname: '阿澈',
          avatar: 'a5',
        },
        group: await world.groupProof(user, `group-${newKey()}`),
      }
    },
    'community.bindGroup': async ({ world, communityId, owner }) => ({
      user: owner,
      communityId,
      input: { communityId },
      group: await world.groupProof(owner, `group-${newKey()}`),
    }),
    'community.describe': async ({ communityId, owner }) => ({
      user: owner,
      communityId,
      input: {
        communityId,
        name: '青石里邻居',
        purpose: '有事就喊一声',
        welcome: '欢迎你来，先看看谁家要帮忙。',
      },
    }),
    'community.publishQuestions': async ({ world, communityId, owner }) => {
      const { questionsVersion, questions } = await world.ok(owner, 'community.getSettings', {
        communityId,
      })
      return {
        user: owner,
        communityId,
        input: { communityId, basedOn: questionsVersion, questions },
      }
    },
    'community.publishRules': async ({ world, communityId, owner }) => {
      const { rules } = await world.ok(owner, 'community.getRules', { communityId })
      return {
        user: owner,
        communityId,
        input: { communityId, basedOn: rules.version, items: ['有借有还，再借不难'] },
      }
    },
  },
  reads: {
    'community.enter': ({ ann }) => ({ user: ann, input: {} }),
    'community.listPresets': ({ ann }) => ({ user: ann, input: {} }),
    'community.listRoles': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'community.getSettings': ({ owner, communityId }) => ({ user: owner, input: { communityId } }),
    'community.getRules': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
  },
}
