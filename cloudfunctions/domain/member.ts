import type { MemberDoc } from '../db/documents'
import { termsOf } from './help/terms'

/** A member as they are written: with what the directory finds them by. */
export const findable = (member: Omit<MemberDoc, 'terms'>): MemberDoc => ({
  ...member,
  terms: termsOf([member.nickname, ...member.skills, ...(member.interests ?? [])]),
})
