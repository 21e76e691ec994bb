import type { Setting } from './setting'
import type { CallsOf } from './shape'

/** A request of Ann's that waits for a moderator, and the case of it. */
export async function waiting({ world, communityId, ann }: Setting) {
  const what = '想买二手书架，像 www.shujia.com 里的那种'
  const requestId = await world.given.request(communityId, ann, { what })
  const caseId = `request:${requestId}`
  const { revision } = await world.ok(ann, 'moderation.getMine', { communityId, caseId })
  return { communityId, caseId, revision, requestId }
}

export const moderationCalls: CallsOf<'moderation'> = {
  inputs: ({ caseId }) => ({
    'moderation.getPolicy': {},
    'moderation.savePolicy': { basedOn: null, words: [], newcomerReviews: 2 },
    'moderation.listCases': { state: 'open' },
    'moderation.getCase': { caseId },
    'moderation.claimNext': {},
    'moderation.decide': { caseId, revision: '0'.repeat(26), verdict: 'approve' },
    'moderation.undoDecision': { caseId },
    'moderation.listMine': {},
    'moderation.getMine': { caseId },
    'moderation.resubmit': { caseId, revision: '0'.repeat(26), texts: {} },
  }),
  scenes: {
    'moderation.savePolicy': async ({ world, communityId, owner }) => {
      const { revision } = await world.ok(owner, 'moderation.getPolicy', { communityId })
      return {
        user: owner,
        communityId,
        input: {
          communityId,
          basedOn: revision,
          words: [{ text: '拼单', refuse: false }],
          newcomerReviews: 0,
        },
      }
    },
    'moderation.claimNext': async (setting) => {
      const { communityId } = await waiting(setting)
      return { user: setting.owner, communityId, input: { communityId } }
    },
    'moderation.decide': async (setting) => {
      const { communityId, caseId, revision } = await waiting(setting)
      const input = { communityId, caseId, revision, verdict: 'approve' } as const
      return { user: setting.owner, communityId, input }
    },
    'moderation.undoDecision': async (setting) => {
      const { communityId, caseId, revision } = await waiting(setting)
      const { world, owner } = setting
      const refusal = { policy: 'spam', reason: '像是广告' } as const
      const input = { communityId, caseId }
      await world.ok(owner, 'moderation.decide', {
        ...input,
        revision,
        verdict: 'refuse',
        ...refusal,
      })
      return { user: owner, communityId, input }
    },
    'moderation.resubmit': async (setting) => {
      const { communityId, caseId, revision } = await waiting(setting)
      const texts = { what: '想买二手书架，淘汰的也行' }
      return {
        user: setting.ann,
        communityId,
        input: { communityId, caseId, revision, texts },
      }
    },
  },
  reads: {
    'moderation.getPolicy': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'moderation.listCases': ({ owner, communityId }) => ({
      user: owner,
      input: { communityId, state: 'open' },
    }),
    'moderation.getCase': ({ owner, communityId, caseId }) => ({
      user: owner,
      input: { communityId, caseId },
    }),
    'moderation.listMine': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'moderation.getMine': ({ ann, communityId, caseId }) => ({
      user: ann,
      input: { communityId, caseId },
    }),
  },
}
