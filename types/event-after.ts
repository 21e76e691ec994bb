import * as v from 'valibot'
import { onEvent, onRegistration, reason, word } from './event-inputs'
import { visibility } from './moderation'
import { count, cursor, done, fileId, instant, page, text } from './shape'

export const RECAP_PHOTOS_MAX = 9
/** Feedback is taken for so many days after the end. */
export const FEEDBACK_DAYS = 14

export const recap = v.object({
  words: v.string(),
  /** Where each photo can be seen, for a few minutes. */
  photos: v.array(v.object({ fileId: v.string(), address: v.string() })),
  publishedAt: instant,
  /** Until it is shown, those who manage the event alone see it. */
  visibility,
})

/** Part of the domain `event`. */
export const eventAfterCalls = {
  /** Says that one was there, or could not help it, within two weeks; the organiser hears it. */
  'event.disputeNoShow': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onEvent, words: word }),
    output: done,
  },
  /** The organiser takes a no-show back: it counts no more. */
  'event.excuseNoShow': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ ...onRegistration, reason }),
    output: done,
  },
  'event.giveFeedback': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onEvent, rating: count(1, 5), words: text(0, 300) }),
    output: done,
  },
  /** What those who came said: figures for every member, words for the organiser. */
  'event.getFeedback': {
    kind: 'read',
    scope: 'member',
    input: v.object({ ...onEvent, cursor }),
    output: v.object({
      given: v.number(),
      attended: v.number(),
      /** How many gave one star, two, … five. */
      byRating: v.array(v.number()),
      words: page(v.object({ rating: v.number(), words: v.string(), createdAt: instant })),
    }),
  },
  'event.publishRecap': {
    kind: 'write',
    pace: 'post',
    scope: 'member',
    afterTraining: true,
    input: v.object({
      ...onEvent,
      words: text(2, 1000),
      photos: v.pipe(v.array(fileId), v.maxLength(RECAP_PHOTOS_MAX)),
    }),
    output: done,
  },
} as const
