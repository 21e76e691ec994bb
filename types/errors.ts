/**
 * Every refusal the cloud gives, with when it is given. A refusal means that nothing was written.
 * The sentences people read stand in `client/i18n/errors.*`, total over this list.
 */
export const REFUSALS = {
  // the call itself
  unknown_action: 'the function has no action of this name',
  malformed_input: 'the input does not have the shape of the contract; params.path names the place',
  invalid_fields: 'a form does not fit its definition; params.fields lists field and reason',
  unauthenticated: 'the call carries no WeChat identity',
  forbidden: 'the person is known but has no duty or part that allows this',
  conflict: 'the idempotency key was used before with other input',
  busy: 'the database stayed contended or unreachable; the same call may be sent again',
  too_fast: 'the person has written as often as one may; params.seconds until the next is welcome',
  content_refused: 'a text holds what is never published; params.fields lists field and reason',
  internal: 'a fault of ours; the request id leads to the log',
  // communities and groups
  not_found: 'the thing does not exist, or not in this community',
  not_member: 'the person has not been admitted to this community',
  group_not_proven: 'the group field is missing, forged, stale, expired or belongs to someone else',
  group_taken: 'this WeChat group belongs to another community already',
  too_many_communities: 'the person owns as many communities as one may; params.max',
  // entry and rules
  already_member: 'the applicant is a member already',
  application_changed: 'the application was corrected since it was read; params.revision',
  already_decided: 'another admin has decided this application',
  undo_expired: 'the decision is too old to be taken back, was taken back, or another one followed',
  reason_required: 'declining needs a reason',
  rules_outdated: 'the accepted version is not the current one; params.version',
  rules_not_accepted: 'a new version of the rules waits for this member; params.version',
  training_required: 'the quiz of the community is to be passed before the first post',
  quiz_outdated: 'the quiz was published anew since it was opened; params.version',
  own_application: 'nobody decides about their own application',
  pass_invalid:
    'the code names no pass that lets this person in: unknown, used, over or taken back',
  pass_over: 'the pass cannot be taken back any more: it is over, or was taken back',
  too_many_passes: 'as many passes as may be are good at this time; params.max',
  // roles
  owner_stays: "the owner's role changes only by handing over",
  // moderation
  own_case: 'nobody judges what they wrote themselves',
  case_changed: 'the author has changed it since it was read; params.revision',
  case_decided: 'the case has been decided; params.state',
  case_claimed: 'another moderator is looking at it; params.minutes until it is free again',
  pictures_unseen: 'a picture has not been looked into yet: that is done within a minute or two',
  case_gone: 'what the case is about is not there any more',
  undo_too_late: "the decision is older than may be undone, or was another person's",
  not_correctable: 'only what waits or was given back can be corrected; params.state',
  policy_outdated: 'another moderator has edited the policy since it was read',
  owner_must_hand_over: 'the owner hands the community over before leaving it',
  role_too_high: 'nobody gives or changes a role at or above their own',
  // help
  template_outdated: 'the form was published anew since it was opened; params.version',
  questions_outdated: 'the questions of the door changed since they were read; params.version',
  arrangement_outdated: 'the list of forms was changed since it was read; params.version',
  too_many_templates: 'the community has as many forms as it may; params.max',
  own_request: 'nobody helps on their own request',
  request_closed: 'the request was fulfilled, closed or has expired; params.state',
  request_full: 'as many helpers as needed were accepted; params.helpersNeeded',
  already_offered: 'the member has a standing offer on this request',
  too_many_offers: 'the request holds as many offers as one can read; params.max',
  too_many_open_requests: 'the member has as many open requests as one may; params.max',
  too_many_pressing:
    'the member has as many urgent requests as one may; params.max, open ones, or params.days with it',
  not_so_pressing: 'the deadline is too far for this urgency; params.hours',
  not_silent_yet: 'the accepted helper may stay silent for params.hours before being replaced',
  thread_closed: 'the request has no helper, or ended too long ago, for messages',
  rating_closed: 'the help was not thanked for, was rated by this side before, or too long ago',
  standing_gone: 'the standing offer was paused or removed',
  too_many_standing: 'the member has as many standing offers as one may; params.max',
  offer_gone: 'the offer was withdrawn, declined or taken before; params.state',
  // points
  not_enough_points: 'the account has fewer points available than asked; params.available',
  too_many_holds: 'the account has as many holds open as one may; params.max',
  hold_gone: 'the points set aside were released or paid out before',
  points_rules_outdated: 'the points rules changed since they were read; params.version',
  levels_outdated: 'the levels changed since they were read; params.version',
  level_needed: 'the item asks for a level the member has not come to; params.level, its name',
  frame_needed: 'frames are a privilege of the store that the member has not redeemed',
  no_certificate: 'the member was not there, or has not completed it, or it is not over yet',
  // challenges
  challenge_closed: 'the challenge is over or was called off; params.phase',
  challenge_not_begun: 'the first day of the challenge is still to come; params.day',
  challenge_begun: 'after the first day only its words and its number of places may change',
  challenge_changed: 'somebody changed the challenge since it was read; params.revision',
  challenge_day_past: 'a challenge begins today or later; params.today',
  challenge_full: 'every place of the challenge is taken; params.max',
  already_joined: 'the member takes part already',
  not_joined: 'the member takes no part in the challenge',
  entry_written: 'the entry of this day is written; params.day',
  picture_needed: 'the challenge asks for a picture with every entry',
  pictures_not_taken: 'the challenge is of words alone',
  own_points: 'nobody adjusts their own points, alone or as the second person',
  second_person: 'whoever proposed an adjustment does not decide about it',
  adjustment_decided: 'another admin has decided about this adjustment',
  transfer_of_order:
    'points of an order are given back by its own cancelling or refund, so that they are not given back twice',
  transfer_taken_back: 'the transfer was taken back before, or is itself a taking back',
  reconciliation_running: 'the books are being reconciled already',
  // check-ins
  already_checked_in: 'the member has checked in on this day',
  make_up_too_far:
    'the day cannot be made up for: too far back, to come, or before joining; params.days',
  card_gone: 'the make-up card is not the member’s, or was used before',
  no_make_ups_left: 'the member has made up as often as one may this month; params.max',
  // store
  item_changed: 'the item was changed since it was read; params.revision',
  item_closed: 'the item is not shown, not open yet, or no longer',
  item_kind_stays: 'what kind an item is does not change once it is made',
  sold_out: 'no piece of the item is left',
  limit_reached: 'the member has redeemed the item as often as one may; params.max',
  address_needed: 'goods that are sent need an address, and nothing else takes one',
  no_codes_here: 'the item is not of codes, or holds as many batches as one may; params.max',
  codes_known: 'codes that the item holds already, or twice among those sent; params.count',
  order_moved: 'the order is no longer in a state that allows this; params.state',
  own_order: 'nobody hands over to themselves',
  pickup_code_wrong: 'the code belongs to no order that waits, or its digits have changed since',
  // events
  event_closed: 'signing up is over: past the deadline, cancelled, or not published; params.state',
  event_rules_outdated:
    'the rules of events were published anew since they were read; params.version',
  sign_up_paused: 'after no-shows the member signs up again later; params.days until then',
  event_full: 'all seats are taken and the event has no waitlist',
  already_registered: 'the member has a standing registration for this event; params.state',
  not_registered: 'the member has no registration that this could be done with',
  seat_gone: 'the held seat was not answered in time, or has been answered',
  event_changed: 'the event was edited since it was opened; params.revision',
  event_started: 'the event has begun: this can be done before it only',
  door_closed: 'outside the hours at which people arrive',
  code_stale: 'the code at the door has been replaced since',
  code_wrong: 'the code is not one of this event',
  already_attended: 'this person has been let in; params.name',
  feedback_closed: 'feedback is taken of those who came, for some days after the end',
} as const

export type RefusalCode = keyof typeof REFUSALS

/** What a sentence may need: numbers and names, or the list of fields of `invalid_fields` and `content_refused`. */
export type RefusalParams = Readonly<
  Record<string, string | number | readonly FieldIssue[] | undefined>
>

/** Why one field of a form was refused; `params` holds the bound that was missed. */
export type FieldIssue = {
  readonly field: string
  readonly code: FieldIssueCode
  readonly bound?: number
}

export const FIELD_ISSUES = {
  missing: 'a required field is empty',
  unknown: 'the form has no such field',
  wrong_kind: 'the value is not of the kind the field asks for',
  unprintable: 'the text holds control or broken characters',
  too_short: 'fewer characters or choices than bound',
  too_long: 'more characters or choices than bound',
  too_small: 'below bound',
  too_large: 'above bound',
  not_whole: 'the number is not whole',
  not_an_option: 'the choice is not offered',
  too_soon: 'the time is less than bound minutes from now',
  too_late: 'the time is more than bound days from now',
  not_yours: 'a picture lies outside of the author’s own folder',
  no_file: 'a picture is not stored (any more)',
  too_heavy: 'a picture weighs more than bound megabytes',
  duplicate: 'in a definition: the same key or label stands twice',
  fixed: 'in a definition: a field that every form has is missing or was made something else',
  crossed: 'in a definition: the least is more than the most',
  too_few: 'in a definition: fewer items than bound',
  too_many: 'in a definition: more items than bound',
  proof_missing: 'in a definition: a sensitive form asks for no proof',
  found_phone: 'the text holds a phone number',
  found_wechat_id: 'the text holds a WeChat id',
  found_qq: 'the text holds a QQ number',
  found_email: 'the text holds an e-mail address',
  found_fund_raising: 'the text asks for money',
  found_word: 'the text holds a word this community does not publish',
  found_harm: "WeChat's check calls the text harmful",
} as const
export type FieldIssueCode = keyof typeof FIELD_ISSUES

export type Reply<T> =
  | { ok: true; data: T }
  | { ok: false; code: RefusalCode; params: RefusalParams; requestId: string }
