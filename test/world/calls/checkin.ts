import type { CallsOf } from './shape'

const DAY_MS = 86_400_000

export const checkinCalls: CallsOf<'checkin'> = {
  inputs: () => ({
    'checkin.getToday': {},
    'checkin.getCalendar': { month: '2026-02' },
    'checkin.checkIn': {},
    'checkin.makeUp': { day: '2026-02-03' },
  }),
  scenes: {
    'checkin.checkIn': async ({ world, communityId, owner }) => ({
      user: await world.given.member({ communityId, owner }, 'early'),
      communityId,
      input: { communityId },
    }),
    'checkin.makeUp': async ({ world, communityId, owner }) => {
      await world.shiftClock(0)
      const user = await world.given.member({ communityId, owner }, 'late')
      const joined = await world.ok(user, 'checkin.getToday', { communityId })
      await world.ok(owner, 'points.adjust', {
        communityId,
        memberId: world.memberId(communityId, user),
        amount: 20,
        reason: '布置了活动室',
      })
      // Adjustments are posted by the timer.
      await world.fireTimer()
      await world.shiftClock(DAY_MS)
      return { user, communityId, input: { communityId, day: joined.today } }
    },
  },
  reads: {
    'checkin.getToday': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'checkin.getCalendar': ({ ann, communityId }) => ({
      user: ann,
      input: { communityId, month: '2026-02' },
    }),
  },
}
