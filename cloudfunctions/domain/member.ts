import type { CommunityDoc, MemberDoc } from '../db/documents'
import { termsOf } from './help/terms'

/** A member as they are written: with what the directory finds them by. */
export const findable = (member: Omit<MemberDoc, 'terms'>): MemberDoc => ({
  ...member,
  terms: termsOf([member.nickname, ...member.skills, ...(member.interests ?? [])]),
})

/** Whether a member is one still: a guest's time may be over before the timer has seen to it. */
export const isPresent = ({ guestUntilMs }: MemberDoc, at: Date): boolean =>
  guestUntilMs === undefined || at.getTime() < guestUntilMs

/** Whether nothing of the rules waits for this member to be read. */
export const hasAccepted = ({ rules }: CommunityDoc, member: MemberDoc): boolean =>
  member.rulesVersion >= rules.version || rules.publishedBy === member.userId
