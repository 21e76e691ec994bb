import * as v from 'valibot'
import {
  BOARD_VIEWS,
  HELPERS_MAX,
  rating,
  requestState,
  SEARCH_MAX,
  STANDING_DETAILS_MAX,
  STANDING_KINDS,
  STANDING_STATES,
  STANDING_TITLE_MAX,
  THREAD_MESSAGE_MAX,
  urgency,
} from './help-rules'
import { requestCard, requestDetail, standingView, thanksView, threadMessage } from './help-views'
import { liveCard } from './live-card'
import { visibility } from './moderation'
import { BOUNTY_EACH_MAX } from './points'
import { cursor, done, id, instant, page, person, skills, slug, text } from './shape'
import { answers, template } from './template'

const standingWords = {
  kind: v.picklist(STANDING_KINDS),
  title: text(2, STANDING_TITLE_MAX),
  details: text(0, STANDING_DETAILS_MAX),
}
const search = v.optional(text(1, SEARCH_MAX))

const onRequest = { communityId: id, requestId: id }
const onOffer = { ...onRequest, offerId: id }
const reason = text(2, 120)

export const helpCalls = {
  'help.listTemplates': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({ templates: v.array(template) }),
  },
  'help.postRequest': {
    kind: 'write',
    pace: 'post',
    scope: 'member',
    afterTraining: true,
    input: v.object({
      communityId: id,
      templateKey: slug,
      templateVersion: template.entries.version,
      helpersNeeded: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(HELPERS_MAX)),
      /** Held from the requester's own points for every helper, paid when the help is confirmed. */
      bountyEach: v.optional(
        v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(BOUNTY_EACH_MAX)),
        0,
      ),
      urgency: v.optional(urgency, 'normal'),
      answers,
      /** One's own request that is asked again. */
      previousId: v.optional(id),
      /** The standing offer this starts from: its owner is told and may accept by themselves. */
      standingId: v.optional(id),
    }),
    output: v.object({ requestId: v.string(), visibility }),
  },
  'help.listRequests': {
    kind: 'read',
    scope: 'member',
    input: v.object({
      communityId: id,
      view: v.picklist(BOARD_VIEWS),
      templateKey: v.optional(slug),
      urgency: v.optional(urgency),
      search,
      /** Skills of which a request should name one: the looker's own, as the phone knows them. */
      fits: v.optional(skills),
      cursor,
    }),
    output: page(requestCard),
  },
  'help.getRequest': {
    kind: 'read',
    scope: 'member',
    input: v.object(onRequest),
    output: requestDetail,
  },
  /** A card for a group's chat that shows n/m helpers and changes with them (K2); null when WeChat has none. */
  'help.openCard': {
    kind: 'write',
    scope: 'member',
    input: v.object(onRequest),
    output: v.object({ card: v.nullable(liveCard) }),
  },
  'help.makeOffer': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    afterTraining: true,
    input: v.object({ ...onRequest, message: text(2, 200) }),
    output: v.object({ offerId: v.string() }),
  },
  /** Before acceptance it takes the offer back; after it, it releases the place for another helper. */
  'help.withdrawOffer': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onRequest, reason }),
    output: done,
  },
  'help.declineOffer': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onOffer, reason }),
    output: done,
  },
  'help.acceptOffer': {
    kind: 'write',
    scope: 'member',
    input: v.object(onOffer),
    output: v.object({ state: requestState }),
  },
  'help.markDone': {
    kind: 'write',
    scope: 'member',
    input: v.object(onRequest),
    output: done,
  },
  /** Confirms one helper's help and publishes the thanks on the wall. */
  'help.confirmDone': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onOffer, thanks: text(2, 200) }),
    output: v.object({ state: requestState }),
  },
  /** No more helpers wanted: cancels a request nobody helped on, else ends the search. */
  'help.closeRequest': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onRequest, reason }),
    output: v.object({ state: requestState }),
  },
  /** An accepted helper who stayed silent for the published time loses the place; it is recorded. */
  'help.replaceHelper': {
    kind: 'write',
    scope: 'member',
    input: v.object(onOffer),
    output: v.object({ state: requestState }),
  },
  /** Both sides of a help say how it was; neither sees the other's before both have. */
  'help.rateHelp': {
    kind: 'write',
    scope: 'member',
    input: v.object({ ...onOffer, ...rating.entries }),
    output: done,
  },
  /** What the matched people wrote to each other, the newest first. */
  'help.listThread': {
    kind: 'read',
    scope: 'member',
    input: v.object({ ...onRequest, cursor }),
    output: v.object({
      ...page(threadMessage).entries,
      title: v.string(),
      people: v.array(person),
      mayWrite: v.boolean(),
      closesAt: v.nullable(instant),
    }),
  },
  'help.sendToThread': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    afterTraining: true,
    input: v.object({ ...onRequest, words: text(1, THREAD_MESSAGE_MAX) }),
    output: v.object({ messageId: v.string() }),
  },
  /** The looker has seen the thread as it is now. */
  'help.markThreadSeen': {
    kind: 'write',
    scope: 'member',
    input: v.object(onRequest),
    output: done,
  },
  /** A moderator looks at what another has written there; nobody is told who asked. */
  'help.reportMessage': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onRequest, messageId: id }),
    output: done,
  },
  'help.listStanding': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, mine: v.optional(v.boolean()), search, cursor }),
    output: page(standingView),
  },
  'help.getStanding': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, standingId: id }),
    output: standingView,
  },
  'help.postStanding': {
    kind: 'write',
    pace: 'post',
    scope: 'member',
    afterTraining: true,
    input: v.object({ communityId: id, ...standingWords }),
    output: v.object({ standingId: v.string() }),
  },
  'help.editStanding': {
    kind: 'write',
    pace: 'post',
    scope: 'member',
    afterTraining: true,
    input: v.object({ communityId: id, standingId: id, ...standingWords }),
    output: done,
  },
  /** Pauses an offer, takes it up again, or removes it for good. */
  'help.setStandingState': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id, standingId: id, state: v.picklist(STANDING_STATES) }),
    output: done,
  },
  'help.listThanks': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, cursor }),
    output: page(thanksView),
  },
} as const
