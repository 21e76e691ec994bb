import type { LiveCard } from '../../../types/live-card'
import type { LiveCardDoc } from '../../db/documents'
import type { Store } from '../../db/store'
import type { Tx } from '../../db/transact'
import { type Activity, startActivity } from '../../runtime/live-card'
import type { Figures } from './figures'

export type CardKind = LiveCardDoc['kind']

/** A card with less life left is renewed before it is shared again. */
const LIFE_LEFT_MS_MIN = 3_600_000

const idOf = (kind: CardKind, subjectId: string) => `${kind}:${subjectId}`

export const findCard = (
  store: Store,
  kind: CardKind,
  subjectId: string,
): Promise<LiveCardDoc | null> => store.get('liveCards', idOf(kind, subjectId))

/** Whether what is shared now will live for a while. */
export const isFresh = (card: LiveCardDoc | null, at: Date): card is LiveCardDoc =>
  card !== null && !card.isOver && card.expiresAt.getTime() - at.getTime() > LIFE_LEFT_MS_MIN

/** The card as the phone shares it, or null: then it shares one that stays as it is. */
export const shownCard = (
  card: LiveCardDoc | null,
  { state, taken, total }: Figures,
  at: Date,
): LiveCard | null =>
  isFresh(card, at) && state < 2 ? { activityId: card.activityId, taken, total } : null

/** Asks WeChat for a card where there is none to share; null when there is, or WeChat has none now. */
export const renewed = async (card: LiveCardDoc | null, figures: Figures, at: Date) =>
  isFresh(card, at) || figures.state === 2 ? null : startActivity()

/** Keeps a card that WeChat gave, unless another phone was first; answers the one to share. */
export async function keepCard(
  tx: Tx,
  about: { kind: CardKind; subjectId: string; communityId: string },
  activity: Activity | null,
  figures: Figures,
  at: Date,
): Promise<LiveCard | null> {
  const _id = idOf(about.kind, about.subjectId)
  const before = await tx.get('liveCards', _id)
  if (activity === null || isFresh(before, at)) return shownCard(before, figures, at)
  const card: LiveCardDoc = {
    _id,
    v: 1,
    createdAt: at,
    ...about,
    ...activity,
    shown: null,
    isOver: false,
  }
  await tx.put('liveCards', card)
  return shownCard(card, figures, at)
}
