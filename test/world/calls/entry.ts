import type { Setting } from './setting'
import type { CallsOf } from './shape'

/** A pass that has not been used; those from before are taken back, of which only so many may be good. */
async function passOf({ world, communityId, owner }: Setting) {
  const { passes } = await world.ok(owner, 'entry.listPasses', { communityId })
  for (const { code, state } of passes) {
    if (state === 'open' || state === 'used') {
      await world.ok(owner, 'entry.revokePass', { communityId, code })
    }
  }
  const pass = await world.ok(owner, 'entry.issuePass', { communityId, days: 7 })
  await world.fireTimer()
  return pass
}

export const entryCalls: CallsOf<'entry'> = {
  inputs: ({ application }) => ({
    'entry.getDoor': {},
    'entry.apply': { nickname: '路人', avatar: 'a3', skills: [], answers: {}, rulesVersion: 1 },
    'entry.listApplications': { state: 'pending' },
    'entry.decide': { applicationId: application, revision: 1, verdict: 'approve' },
    'entry.undoDecision': { applicationId: application, revision: 1 },
    'entry.listMine': {},
    'entry.acceptRules': { version: 1 },
    'entry.listPasses': {},
    'entry.issuePass': { days: 7 },
    'entry.revokePass': { code: '0'.repeat(10) },
    'entry.usePass': { code: '0'.repeat(10) },
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
    'entry.issuePass': async ({ communityId, owner }) => ({
      user: owner,
      communityId,
      input: { communityId, days: 7 },
    }),
    'entry.usePass': async (setting) => {
      const { code } = await passOf(setting)
      const user = setting.world.person('reviewer')
      return { user, communityId: setting.communityId, input: { code } }
    },
    'entry.revokePass': async (setting) => {
      const { world, communityId, owner } = setting
      const { code } = await passOf(setting)
      await world.ok(world.person('reviewer'), 'entry.usePass', { code })
      await world.fireTimer()
      return { user: owner, communityId, input: { communityId, code } }
    },
  },
  reads: {
    'entry.listMine': ({ ann }) => ({ user: ann, input: {} }),
    'entry.listPasses': async (at) => {
      await passOf(at)
      return { user: at.owner, input: { communityId: at.communityId } }
    },
    'entry.getDoor': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'entry.listApplications': ({ owner, communityId }) => ({
      user: owner,
      input: { communityId, state: 'approved' },
    }),
  },
}
