import * as v from 'valibot'

/** Where a tap on the message leads. */
export const messageTarget = v.variant('page', [
  v.object({ page: v.literal('request'), requestId: v.string() }),
  v.object({ page: v.literal('thread'), requestId: v.string() }),
  v.object({ page: v.literal('event'), eventId: v.string() }),
  v.object({ page: v.literal('events') }),
  v.object({ page: v.literal('applications') }),
  v.object({ page: v.literal('door') }),
  v.object({ page: v.literal('home') }),
  v.object({ page: v.literal('rules') }),
  v.object({ page: v.literal('case'), caseId: v.string() }),
  v.object({ page: v.literal('audit') }),
  v.object({ page: v.literal('points') }),
  v.object({ page: v.literal('pointsRules') }),
  v.object({ page: v.literal('pointsBooks') }),
  v.object({ page: v.literal('order'), orderId: v.string() }),
  v.object({ page: v.literal('recognition') }),
  v.object({ page: v.literal('challenge'), challengeId: v.string() }),
])
export type MessageTarget = v.InferOutput<typeof messageTarget>
