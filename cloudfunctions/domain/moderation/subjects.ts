import type { SubjectKind, Visibility } from '../../../types/moderation'
import type { CollectionName, Documents, OfferEntry, RequestDoc } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { termsOf } from '../help/terms'
import { wakeAt } from '../help/time-table'
import { findable } from '../member'
import { type Swaps, swapped, swappedIn } from '../pictures'

/**
 * What is to become of a subject, its words as they were submitted, by field, and which of its
 * pictures are others now: the checked copy of what was sent, or what its author sent instead.
 */
export type Change = {
  visibility: Visibility
  /** When that was decided. */
  at: Date
  texts: Readonly<Record<string, string>>
  pictures: Swaps
}

/**
 * How one kind of content is judged.
 * - `held`: nobody but its author and those who judge see it until it is decided.
 * - `words`: the act stands, its words stay in the case until they are approved: a helper's offer or
 *   a confirmed help must not wait for a moderator, what is said with it may.
 * - `onDuty`: written by those who decide themselves, or decided on by them anyway, so that only what
 *   is never published is refused and nothing waits.
 */
export type SubjectRule = {
  review: 'held' | 'words' | 'onDuty'
  /** Whether a newcomer's first ones wait although no rule found anything: what all are shown. */
  newcomers: boolean
  /** How WeChat's check is told where the text stands. */
  scene: 'profile' | 'comment' | 'forum'
  /**
   * Shows, holds, gives back or removes it, and swaps its pictures; false when it is gone. One get and
   * one put.
   */
  apply: (tx: Tx, subjectId: string, change: Change) => Promise<boolean>
}

/** A change of the one document that a subject lives in. Null: the subject is not in it any more. */
function inDocument<C extends CollectionName>(
  collection: C,
  change: (document: Documents[C], change: Change, rest: string) => Documents[C] | null,
): SubjectRule['apply'] {
  return async (tx, subjectId, wanted) => {
    const found = await tx.get(collection, keyIn(collection, subjectId))
    const changed = found && change(found, wanted, subjectId.slice(found._id.length + 1))
    if (!changed) return false
    await tx.put(collection, changed)
    return true
  }
}

/** A helper's part is named `{request}:{helper}`; everything else by its own key. */
const keyIn = (collection: CollectionName, subjectId: string): string =>
  collection === 'requests' ? (subjectId.split(':')[0] ?? '') : subjectId

/** Words stand where they are approved, and nowhere before or after. */
const worded = ({ visibility, texts }: Change, field: string): string =>
  visibility === 'shown' ? (texts[field] ?? '') : ''

const inOffer = (change: (entry: OfferEntry, wanted: Change) => OfferEntry) =>
  inDocument('requests', (request, wanted, helper) =>
    request.offers.some(({ userId }) => userId === helper)
      ? {
          ...request,
          offers: request.offers.map((entry) =>
            entry.userId === helper ? change(entry, wanted) : entry,
          ),
        }
      : null,
  )

const reasonInOffer = inOffer((entry, wanted) => ({ ...entry, reason: worded(wanted, 'reason') }))
const reasonOfClosing = inDocument('requests', (request, wanted) => ({
  ...request,
  closeReason: worded(wanted, 'reason'),
}))

/** Nothing of it can be shown or hidden by itself. */
const nothing: SubjectRule['apply'] = async () => true

/** Every kind of content that screening may stop, and what stopping means for it (docs/moderation.md). */
export const SUBJECTS: { readonly [K in SubjectKind]: SubjectRule } = {
  request: {
    review: 'held',
    newcomers: true,
    scene: 'forum',
    apply: inDocument('requests', (request, { visibility, at, texts, pictures }) => {
      const title = texts.what ?? request.title
      const isNew = Object.entries(texts).some(([key, text]) => request.answers[key] !== text)
      const changed: RequestDoc = {
        ...request,
        visibility,
        removedAt: visibility === 'removed' ? at : null,
        title,
        answers: { ...swappedIn(request.answers, pictures), ...texts },
        ...(isNew
          ? { terms: termsOf([title, request.templateName, ...Object.values(texts)]) }
          : {}),
      }
      return { ...changed, wakeAt: wakeAt(changed) }
    }),
  },
  threadMessage: {
    review: 'held',
    newcomers: false,
    scene: 'comment',
    apply: inDocument('threadMessages', (message, wanted) => ({
      ...message,
      visibility: wanted.visibility,
      words: wanted.texts.words ?? message.words,
    })),
  },
  standingOffer: {
    review: 'held',
    newcomers: true,
    scene: 'forum',
    apply: inDocument('standingOffers', (offer, { visibility, texts }) => {
      const { title = offer.title, details = offer.details } = texts
      return { ...offer, visibility, title, details, terms: termsOf([title, details]) }
    }),
  },
  offer: {
    review: 'words',
    newcomers: false,
    scene: 'comment',
    apply: inOffer((entry, wanted) => ({ ...entry, message: worded(wanted, 'message') })),
  },
  thanks: {
    review: 'words',
    newcomers: false,
    scene: 'comment',
    apply: inDocument('thanks', (thanks, wanted) => ({
      ...thanks,
      visibility: wanted.visibility,
      words: worded(wanted, 'thanks'),
    })),
  },
  reason: {
    review: 'words',
    newcomers: false,
    scene: 'comment',
    apply: (tx, subjectId, wanted) =>
      (subjectId.includes(':') ? reasonInOffer : reasonOfClosing)(tx, subjectId, wanted),
  },
  profile: {
    review: 'words',
    newcomers: false,
    scene: 'profile',
    // What was approved before stays until the new words are.
    apply: inDocument('members', (member, { visibility, texts }) =>
      visibility === 'shown' ? findable({ ...member, ...profileOf(texts) }) : member,
    ),
  },
  application: { review: 'onDuty', newcomers: false, scene: 'profile', apply: nothing },
  community: { review: 'onDuty', newcomers: false, scene: 'profile', apply: nothing },
  event: {
    review: 'held',
    newcomers: true,
    scene: 'forum',
    apply: inDocument('events', (event, { visibility, texts, pictures }) => {
      const { title = event.form.title, about = event.form.about } = texts
      const [cover = null] = event.form.cover === null ? [] : swapped([event.form.cover], pictures)
      return { ...event, visibility, form: { ...event.form, title, about, cover } }
    }),
  },
  eventQuestion: {
    review: 'held',
    newcomers: true,
    scene: 'comment',
    apply: inDocument('eventQuestions', (question, { visibility, texts }) => ({
      ...question,
      visibility,
      words: texts.words ?? question.words,
    })),
  },
  eventRecap: {
    review: 'held',
    newcomers: false,
    scene: 'forum',
    apply: inDocument('events', (event, { visibility, texts, pictures }) => {
      if (!event.recap) return null
      const { words = event.recap.words } = texts
      const photos = swapped(event.recap.photos, pictures)
      return { ...event, recap: { ...event.recap, words, photos, visibility } }
    }),
  },
  diary: {
    review: 'held',
    newcomers: true,
    scene: 'comment',
    apply: inDocument('challengeEntries', (entry, { visibility, texts, pictures }) => ({
      ...entry,
      visibility,
      words: texts.words ?? entry.words,
      pictures: swapped(entry.pictures, pictures),
    })),
  },
  // The item stands whatever becomes of its new picture; until that may be shown, the one before does.
  itemPicture: {
    review: 'words',
    newcomers: false,
    scene: 'forum',
    apply: inDocument('items', (item, { visibility, pictures }) => {
      const { picture, pictureWaiting } = item
      const judged = pictureWaiting ?? picture
      const [next = null] = judged === null ? [] : swapped([judged], pictures)
      if (visibility === 'shown') return { ...item, picture: next, pictureWaiting: null }
      const before = pictureWaiting === null ? null : picture
      const waits = visibility === 'removed' ? null : next
      return { ...item, picture: before, pictureWaiting: waits }
    }),
  },
  // Answers, feedback, a word to those signed up: read by organisers or from them, each once.
  eventWords: { review: 'onDuty', newcomers: false, scene: 'comment', apply: nothing },
  // Rules, forms, things in the store, reasons: by those on duty, or to them about one order.
  notice: { review: 'onDuty', newcomers: false, scene: 'forum', apply: nothing },
}

type Profile = { nickname: string; skills: readonly string[]; interests?: readonly string[] }

/** The texts of a profile: its name, each skill and each interest. */
export const profileTexts = ({ nickname, skills, interests = [] }: Profile) => [
  { field: 'nickname', text: nickname, min: 1, max: 16 },
  ...skills.map((skill, n) => ({ field: `skill${n}`, text: skill, max: 16 })),
  ...interests.map((interest, n) => ({ field: `interest${n}`, text: interest, max: 16 })),
]

/** And the profile of such texts: a skill that was emptied is gone. */
function profileOf(texts: Change['texts']) {
  const named = (name: string) =>
    Object.entries(texts).flatMap(([field, text]) =>
      field.startsWith(name) && text !== '' ? [text] : [],
    )
  return { nickname: texts.nickname ?? '', skills: named('skill'), interests: named('interest') }
}
