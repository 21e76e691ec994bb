import type { CollectionName, Documents } from './documents'

/** Ascending fields of one index; the primary key needs none. */
export type Index = { name: string; fields: readonly string[]; unique?: true }

const index = <C extends CollectionName>(...fields: (keyof Documents[C] & string)[]): Index => ({
  name: fields.join('_'),
  fields,
})

const unique = <C extends CollectionName>(...fields: (keyof Documents[C] & string)[]): Index => ({
  ...index<C>(...fields),
  unique: true,
})

/**
 * Collections and their indexes: applied to the local cloud at start and to an environment by the
 * deploy script. Every query of the product is answered from one of them.
 */
export const SCHEMA: { readonly [C in CollectionName]: readonly Index[] } = {
  communities: [unique<'communities'>('ownerUserId', 'ownerSlot')],
  groups: [index<'groups'>('communityId')],
  members: [
    index<'members'>('userId'),
    index<'members'>('communityId', 'role'),
    index<'members'>('communityId', '_id'),
    index<'members'>('communityId', 'terms', '_id'),
    index<'members'>('guestUntilMs', '_id'),
  ],
  passes: [index<'passes'>('communityId', 'order')],
  oldRules: [],
  applications: [
    index<'applications'>('communityId', 'state', 'order'),
    index<'applications'>('userId'),
    index<'applications'>('leaving', '_id'),
  ],
  templates: [index<'templates'>('communityId')],
  requests: [
    index<'requests'>('communityId', 'state', 'rank'),
    index<'requests'>('communityId', 'state', 'templateKey', 'rank'),
    index<'requests'>('communityId', 'state', 'terms', 'rank'),
    index<'requests'>('communityId', 'userId', '_id'),
    unique<'requests'>('communityId', 'userId', 'place'),
    unique<'requests'>('communityId', 'userId', 'turn'),
    index<'requests'>('communityId', 'userId', 'state', 'deadline'),
    index<'requests'>('communityId', 'helperUserIds', '_id'),
    index<'requests'>('communityId', 'helperUserIds', 'state', 'deadline'),
    index<'requests'>('state', 'deadline'),
    index<'requests'>('bountyDue', '_id'),
    index<'requests'>('communityId', 'previousId'),
    index<'requests'>('wakeAt'),
  ],
  threadMessages: [index<'threadMessages'>('requestId', '_id')],
  standingOffers: [
    index<'standingOffers'>('communityId', 'state', '_id'),
    index<'standingOffers'>('communityId', 'state', 'terms', '_id'),
    index<'standingOffers'>('communityId', 'userId', '_id'),
    unique<'standingOffers'>('communityId', 'userId', 'place'),
  ],
  noShows: [index<'noShows'>('communityId', 'userId', 'createdAt')],
  thanks: [
    index<'thanks'>('communityId', 'order'),
    index<'thanks'>('communityId', 'toUserId'),
    index<'thanks'>('communityId', 'fromUserId'),
  ],
  messages: [
    index<'messages'>('userId', '_id'),
    index<'messages'>('userId', 'read', '_id'),
    index<'messages'>('remind', '_id'),
  ],
  reminders: [],
  accounts: [
    index<'accounts'>('communityId', '_id'),
    index<'accounts'>('nextExpiry', '_id'),
    index<'accounts'>('noticeDue', '_id'),
    index<'accounts'>('holdsUntilMs', '_id'),
  ],
  transfers: [index<'transfers'>('accounts', 'order'), unique<'transfers'>('communityId', 'order')],
  pairs: [],
  receipts: [
    index<'receipts'>('sent', 'createdAt'),
    index<'receipts'>('userId', 'pace', 'createdAt'),
    index<'receipts'>('unlogged', 'createdAt'),
  ],
  audit: [
    unique<'audit'>('communityId', 'seq'),
    index<'audit'>('communityId', 'kind', 'seq'),
    index<'audit'>('communityId', 'subject', 'seq'),
  ],
  quizzes: [],
  auditHeads: [index<'auditHeads'>('checkAt')],
  cases: [
    index<'cases'>('communityId', 'state', 'order'),
    index<'cases'>('communityId', 'authorUserId', 'order'),
    index<'cases'>('communityId', 'authorUserId', 'state'),
    index<'cases'>('checkAt'),
    index<'cases'>('files'),
  ],
  pictures: [index<'pictures'>('lookAt')],
  pictureTraces: [index<'pictureTraces'>('createdAt')],
  policies: [],
  pointsRules: [],
  levels: [],
  challenges: [
    index<'challenges'>('communityId', 'state', 'order'),
    index<'challenges'>('state', 'endsAt'),
  ],
  challengeParts: [
    unique<'challengeParts'>('challengeId', 'slot'),
    index<'challengeParts'>('challengeId', 'score'),
    index<'challengeParts'>('challengeId', 'state', '_id'),
    index<'challengeParts'>('communityId', 'userId', 'order'),
    index<'challengeParts'>('certificate'),
  ],
  challengeEntries: [
    index<'challengeEntries'>('challengeId', 'visibility', 'order'),
    index<'challengeEntries'>('challengeId', 'userId', 'day'),
    index<'challengeEntries'>('challengeId', 'userId', 'order'),
    index<'challengeEntries'>('pictures'),
  ],
  adjustmentDays: [],
  adjustments: [
    index<'adjustments'>('communityId', 'state', 'order'),
    index<'adjustments'>('postAt'),
  ],
  reconciliations: [
    index<'reconciliations'>('communityId', 'state', 'order'),
    index<'reconciliations'>('state', 'order'),
  ],
  jobs: [],
  reseals: [],
  checkins: [
    index<'checkins'>('communityId', 'userId', 'day'),
    unique<'checkins'>('communityId', 'userId', 'slot'),
  ],
  items: [
    index<'items'>('communityId', 'shown', '_id'),
    index<'items'>('communityId', '_id'),
    index<'items'>('picture'),
  ],
  codes: [index<'codes'>('itemId')],
  orders: [
    unique<'orders'>('itemId', 'unit'),
    unique<'orders'>('itemId', 'userId', 'nth'),
    index<'orders'>('communityId', 'userId', '_id'),
    index<'orders'>('communityId', '_id'),
    index<'orders'>('communityId', 'state', '_id'),
    index<'orders'>('communityId', 'itemId', '_id'),
    index<'orders'>('communityId', 'itemId', 'state', '_id'),
    index<'orders'>('communityId', 'kind', 'state', '_id'),
    index<'orders'>('communityId', 'pickupNumber'),
    index<'orders'>('state', 'dueAt'),
    index<'orders'>('usedFor', '_id'),
  ],
  sights: [index<'sights'>('orderId', '_id')],
  events: [
    index<'events'>('communityId', 'state', 'visibility', 'startKey'),
    index<'events'>('communityId', 'state', 'visibility', 'kind', 'startKey'),
    index<'events'>('communityId', 'userId', '_id'),
    index<'events'>('communityId', 'userId', 'state', 'startKey'),
    index<'events'>('state', 'closesAt'),
    index<'events'>('remindAt'),
    { name: 'cover', fields: ['form.cover'] },
    { name: 'photos', fields: ['recap.photos'] },
    index<'events'>('releasing'),
    index<'events'>('settleAt'),
    index<'events'>('recountAt'),
    index<'events'>('state', 'startsAt'),
  ],
  tallies: [index<'tallies'>('inFlight'), index<'tallies'>('promotes', 'waiting')],
  registrations: [
    index<'registrations'>('eventId', 'order'),
    index<'registrations'>('eventId', 'state', 'order'),
    index<'registrations'>('communityId', 'userId', 'order'),
    index<'registrations'>('communityId', 'organiserUserId', 'state', 'order'),
    index<'registrations'>('communityId', 'userId', 'state', 'missedAtMs'),
    index<'registrations'>('communityId', 'userId', 'state', 'hours'),
    index<'registrations'>('state', 'offeredUntil'),
    index<'registrations'>('certificate'),
  ],
  eventQuestions: [index<'eventQuestions'>('eventId', 'visibility', '_id')],
  eventFeedback: [
    index<'eventFeedback'>('eventId', 'rating'),
    index<'eventFeedback'>('eventId', 'order'),
  ],
  liveCards: [index<'liveCards'>('isOver', 'expiresAt')],
}

/** The same in the shape of the cloud's management interface (manager-node), which the local cloud takes too. */
export function schemaForCloud() {
  return Object.entries(SCHEMA).map(([name, indexes]) => ({
    name,
    indexes: indexes.map((entry) => ({
      IndexName: entry.name,
      MgoKeySchema: {
        MgoIndexKeys: entry.fields.map((field) => ({ Name: field, Direction: '1' as const })),
        MgoIsUnique: entry.unique === true,
      },
    })),
  }))
}
