import type { AdjustmentView, ReconciliationResult, StatementLine } from '../../../types/points'
import type { Person } from '../../../types/shape'
import type { AdjustmentDoc, ReconciliationDoc, TransferDoc } from '../../db/documents'
import type { Store } from '../../db/store'

export type PersonOf = (userId: string | null) => Person | null

/** How others see these people; null for nobody and for those who are members no more. One query. */
export async function findPeople(
  store: Store,
  communityId: string,
  userIds: readonly (string | null)[],
): Promise<PersonOf> {
  const ids = userIds.flatMap((userId) => (userId === null ? [] : [`${communityId}:${userId}`]))
  const members = await store.getMany('members', ids)
  const byUserId = new Map(
    members.map(({ _id, userId, nickname, avatar }) => [
      userId,
      { memberId: _id, nickname, avatar },
    ]),
  )
  return (userId) => (userId === null ? null : (byUserId.get(userId) ?? null))
}

const userOf = (account: string) => account.slice(account.indexOf(':') + 1)

/** The other member of a transfer, seen from one account. */
export const otherOf = ({ accounts }: TransferDoc, account: string): string | null => {
  const other = accounts.find((one) => one !== account)
  return other === undefined ? null : userOf(other)
}

/** One line of an account's statement. */
export const lineOf = (
  transfer: TransferDoc,
  account: string,
  person: PersonOf,
  reversed: boolean,
): StatementLine => ({
  transferId: transfer._id,
  amount: transfer.postings.find((one) => one.account === account)?.amount ?? 0,
  reason: transfer.reason,
  params: transfer.params,
  cause: transfer.cause,
  other: person(otherOf(transfer, account)),
  at: transfer.createdAt.toISOString(),
  reversed,
})

export const resultOf = (run: ReconciliationDoc, person: PersonOf): ReconciliationResult => ({
  countedTo: run.countedTo.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
  totals: run.totals,
  differences: run.differences.map(({ kind, subject, userId }) => ({
    kind,
    subject,
    owner: person(userId),
  })),
  differencesCount: run.differencesCount,
})

/** An adjustment as those with the duty see it. */
export const adjustmentOf = (
  adjustment: AdjustmentDoc,
  person: PersonOf,
  viewer: string,
): AdjustmentView => ({
  adjustmentId: adjustment._id,
  member: person(adjustment.userId),
  amount: adjustment.amount,
  reverses: adjustment.transferId !== null,
  reason: adjustment.reason,
  state: adjustment.state,
  proposedBy: person(adjustment.proposedBy),
  decidedBy: person(adjustment.decidedBy),
  declineReason: adjustment.declineReason,
  createdAt: adjustment.createdAt.toISOString(),
  mayDecide:
    adjustment.state === 'pending' &&
    adjustment.proposedBy !== viewer &&
    !adjustment.concerned.includes(viewer),
})
