import type { CallsOf } from './shape'

export const entryCalls: CallsOf<'entry'> = {
  inputs: ({ application }) => ({
    'entry.getDoor': {},
    'entry.apply': { nickname: '路人', avatar: 'a3', skills: [], answers: {}, rulesVersion: 1 },
    'entry.listApplications': { state: 'pending' },
    'entry.decide': { applicationId: application, revision: 1, verdict: 'approve' },
    'entry.undoDecision': { applicationId: application, revision: 1 },
    'entry.listMine': {},
    'entry.acceptRules': { version: 1 },
  }),
  scenes: {
    'entry.apply': async ({ world, communityId }) => {
      const user = world.person('applicant')
      const door = await world.ok(user, 'entry.getDoor', { communityId })
      const answers = Object.fromEntries(
        door.questions
          .filter(({ required }) => required)
          .map(({ key, options }) => [key, options?.[0]?.value ?? '住在二号楼，平时喜欢做饭']),
      )
      return {
        user,
        communityId,
        input: {
          communityId,
          nickname: '小何',
          avatar: 'a6',
          skills: ['做饭'],
          answers,
          rulesVersion: door.rules.version,
        },
      }
    },
    'entry.decide': async ({ world, communityId, owner }) => {
      const applicant = await world.given.applicant(communityId, 'applicant')
      return {
        user: owner,
        communityId,
        input: {
          communityId,
          applicationId: `${communityId}:${applicant.userId}`,
          revision: 1,
          verdict: 'approve',
        },
      }
    },
    'entry.undoDecision': async ({ world, communityId, owner }) => {
      const applicant = await world.given.applicant(communityId, 'applicant')
      const about = {
        communityId,
        applicationId: `${communityId}:${applicant.userId}`,
        revision: 1,
      }
      await world.ok(owner, 'entry.decide', { ...about, verdict: 'approve' })
      await world.fireTimer()
      return { user: owner, communityId, input: about }
    },
    'entry.acceptRules': async ({ world, communityId, owner, ann }) => {
      const { rules } = await world.ok(owner, 'community.getRules', { communityId })
      const { version } = await world.ok(owner, 'community.publishRules', {
        communityId,
        basedOn: rules.version,
        items: ['说到做到'],
      })
      await world.fireTimer()
      return { user: ann, communityId, input: { communityId, version } }
    },
  },
  reads: {
    'entry.listMine': ({ ann }) => ({ user: ann, input: {} }),
    'entry.getDoor': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'entry.listApplications': ({ owner, communityId }) => ({
      user: owner,
      input: { communityId, state: 'approved' },
    }),
  },
}
