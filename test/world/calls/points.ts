import { ADJUSTMENT_MAX, pointsRules } from '../../../types/points'
import type { User } from '..'
import type { Setting } from './setting'
import type { CallsOf } from './shape'

/** Gives a member points as an admin does, and lets the timer post them. */
export async function givePoints(
  { world, communityId, owner }: Pick<Setting, 'world' | 'communityId' | 'owner'>,
  user: User,
  amount: number,
): Promise<void> {
  const memberId = world.memberId(communityId, user)
  await world.ok(owner, 'points.adjust', { communityId, memberId, amount, reason: '开张送的' })
  await world.fireTimer()
}

/** The rules in force as an editor sends them back. */
export async function rulesToPublish({ world, communityId, owner }: Setting) {
  const { rules } = await world.ok(owner, 'points.getRules', { communityId })
  const { version: basedOn, ...published } = rules
  return { communityId, basedOn, ...published }
}

/** Lets one admin move a lot alone: for worlds that need many points. */
export async function adjustFreely(
  setting: Setting,
  adjustAloneMax: number = ADJUSTMENT_MAX,
): Promise<void> {
  const rules = await rulesToPublish(setting)
  const { world, owner } = setting
  await world.ok(owner, 'points.publishRules', { ...rules, adjustAloneMax })
}

/** What still needs a second person, whatever one has moved alone that day. */
export const ABOVE_ALONE = 500

/** An adjustment above the limit, proposed by the owner: Ann, made an admin, decides. */
export async function pendingAdjustment(setting: Setting): Promise<string> {
  const { world, communityId, owner, ann, ben } = setting
  await world.ok(owner, 'member.appoint', {
    communityId,
    memberId: world.memberId(communityId, ann),
    role: 'admin',
  })
  await world.ok(owner, 'points.adjust', {
    communityId,
    memberId: world.memberId(communityId, ben),
    amount: ABOVE_ALONE,
    reason: '组织了整场换书市集',
  })
  const { items } = await world.ok(ann, 'points.listAdjustments', { communityId, view: 'pending' })
  return items.at(-1)?.adjustmentId ?? ''
}

const NO_ID = '0'.repeat(26)
const AWARD = { amount: 3, perDay: 9, perMonth: null }
const AWARDS = Object.fromEntries(
  Object.keys(pointsRules.entries.awards.entries).map((rule) => [rule, AWARD]),
)

export const pointsCalls: CallsOf<'points'> = {
  inputs: ({ application }) => ({
    'points.getMine': {},
    'points.listStatement': { memberId: application },
    'points.getRules': {},
    'points.publishRules': {
      basedOn: 1,
      awards: AWARDS,
      makeUpPrice: 10,
      expiryMonths: 12,
      adjustAloneMax: 100,
    },
    'points.forecast': { awards: AWARDS },
    'points.getBooks': {},
    'points.startReconciliation': {},
    'points.adjust': { memberId: application, amount: 5, reason: '补记一次帮忙' },
    'points.reverse': { transferId: NO_ID, reason: '记错了人' },
    'points.listAdjustments': { view: 'pending' },
    'points.decideAdjustment': { adjustmentId: NO_ID, verdict: 'approve' },
    'points.undoDecision': { adjustmentId: NO_ID },
  }),
  scenes: {
    'points.publishRules': async (setting) => ({
      user: setting.owner,
      communityId: setting.communityId,
      input: { ...(await rulesToPublish(setting)), makeUpPrice: 12 },
    }),
    'points.startReconciliation': async ({ world, communityId, owner }) => {
      await world.fireTimer()
      return { user: owner, communityId, input: { communityId } }
    },
    'points.adjust': async ({ world, communityId, owner, ben }) => ({
      user: owner,
      communityId,
      input: {
        communityId,
        memberId: world.memberId(communityId, ben),
        amount: 20,
        reason: '帮忙布置了会场',
      },
    }),
    'points.reverse': async (setting) => {
      const { world, communityId, owner, ben } = setting
      await givePoints(setting, ben, 20)
      const { items } = await world.ok(ben, 'points.listStatement', { communityId })
      const transferId = items[0]?.transferId ?? ''
      return { user: owner, communityId, input: { communityId, transferId, reason: '记错了人' } }
    },
    'points.decideAdjustment': async (setting) => {
      const { communityId, ann } = setting
      const adjustmentId = await pendingAdjustment(setting)
      return {
        user: ann,
        communityId,
        input: { communityId, adjustmentId, verdict: 'approve' },
      }
    },
    'points.undoDecision': async (setting) => {
      const { world, communityId, ann } = setting
      const named = { communityId, adjustmentId: await pendingAdjustment(setting) }
      await world.ok(ann, 'points.decideAdjustment', { ...named, verdict: 'approve' })
      return { user: ann, communityId, input: named }
    },
  },
  reads: {
    'points.getMine': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'points.listStatement': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'points.getRules': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'points.forecast': ({ owner, communityId }) => ({
      user: owner,
      input: { communityId, awards: AWARDS as never },
    }),
    'points.getBooks': ({ owner, communityId }) => ({ user: owner, input: { communityId } }),
    'points.listAdjustments': ({ owner, communityId }) => ({
      user: owner,
      input: { communityId, view: 'settled' },
    }),
  },
}
