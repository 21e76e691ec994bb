import type { CallsOf } from './shape'

const question = {
  key: 'deposit',
  text: '有人要你先付押金，你会怎么做？',
  choices: [
    { value: 'pay', label: '先付了再说' },
    { value: 'tell', label: '不付，告诉管理员' },
  ],
  answer: 'tell',
  why: '互助不收钱，先付钱的多半是骗局。',
}

export const trainingCalls: CallsOf<'training'> = {
  inputs: () => ({
    'training.get': {},
    'training.submit': { version: 1, answers: { contact: 'inside' } },
    'training.publish': { basedOn: 1, passMark: 1, questions: [question] },
  }),
  scenes: {
    'training.submit': async ({ world, communityId, owner }) => {
      const user = await world.given.untrained({ communityId, owner }, 'newcomer')
      const { version, editable } = await world.ok(owner, 'training.get', { communityId })
      const answers = Object.fromEntries((editable ?? []).map(({ key, answer }) => [key, answer]))
      return { user, communityId, input: { communityId, version, answers } }
    },
    'training.publish': async ({ world, communityId, owner }) => {
      const { version } = await world.ok(owner, 'training.get', { communityId })
      return {
        user: owner,
        communityId,
        input: { communityId, basedOn: version, passMark: 1, questions: [question] },
      }
    },
  },
  reads: {
    'training.get': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
  },
}
