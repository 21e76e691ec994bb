import * as v from 'valibot'

/** A card in a group's chat that changes where it lies: seats of an event, helpers of a request. */
export const liveCard = v.object({
  /** What WeChat knows the card by; the phone shares it along. */
  activityId: v.string(),
  /** n of m, as the chat is told. */
  taken: v.number(),
  total: v.number(),
})
export type LiveCard = v.InferOutput<typeof liveCard>
