import type { AdjustmentView, ReconciliationResult, StatementLine } from '../../../types/points'
import type { Person } from '../../../types/shape'
import type {
  AdjustmentDoc,
  CommunityDoc,
  ReconciliationDoc,
  TransferDoc,
} from '../../db/documents'
import type { Store } from '../../db/store'
import { findPeople } from '../../domain/people'

export type PersonOf = (userId: string | null) => Person | null

/** How others see these people; null for nobody. One query. */
export async function findThem(
  store: Store,
  community: CommunityDoc,
  userIds: readonly (string | null)[],
): Promise<PersonOf> {
  const ids = userIds.flatMap((userId) => userId ?? [])
  const person = await findPeople(store, community, ids)
  return (userId) => (userId === null ? null : person(userId))
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
