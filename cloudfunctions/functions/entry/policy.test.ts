import type { ApplicationDoc, CommunityDoc, MemberDoc } from '../../db/documents'
import type { Actor } from '../../runtime/action'
import { mayApply, mayDecide } from './policy'

// No call lets a member have an application that waits; the rule stands for the day one does.
const actor = (role: MemberDoc['role']) =>
  ({
    userId: 'ann',
    openid: 'o-ann',
    member: { role } as MemberDoc,
    community: { _id: 'home' } as CommunityDoc,
  }) satisfies Actor
const application = (userId: string, communityId = 'home') =>
  ({ userId, communityId }) as ApplicationDoc

test('nobody decides about their own application, whatever their role', () => {
  for (const role of ['owner', 'admin', 'moderator'] as const) {
    expect(mayDecide(actor(role), { application: application('ann') })).toBe('own_application')
    expect(mayDecide(actor(role), { application: application('ben') })).toBe(true)
  }
})

test('without the duty there is nothing to learn about whether an application exists', () => {
  for (const found of [application('ben'), application('ben', 'other'), null]) {
    expect(mayDecide(actor('member'), { application: found })).toBe(false)
  }
})

test('an approval that came after the membership was looked up counts as membership', () => {
  const approved = { ...application('ann'), state: 'approved' as const }
  expect(mayApply({ member: null, application: approved })).toBe('already_member')
  expect(mayApply({ member: null, application: { ...approved, state: 'declined' } })).toBe(true)
})
