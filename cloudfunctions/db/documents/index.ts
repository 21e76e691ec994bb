import type { ChallengeDoc, ChallengeEntryDoc, ChallengePartDoc } from './challenge'
import type {
  CommunityDoc,
  GroupDoc,
  LevelsDoc,
  OldRulesDoc,
  PassDoc,
  QuizDoc,
  TemplateDoc,
} from './community'
import type {
  EventDoc,
  EventFeedbackDoc,
  EventQuestionDoc,
  LiveCardDoc,
  RegistrationDoc,
  TallyDoc,
} from './event'
import type { NoShowDoc, RequestDoc, StandingOfferDoc, ThanksDoc, ThreadMessageDoc } from './help'
import type { ApplicationDoc, MemberDoc } from './member'
import type { AuditDoc, AuditHeadDoc, MessageDoc, ReceiptDoc, RemindersDoc } from './messages'
import type { CaseDoc, PictureDoc, PictureTraceDoc, PolicyDoc } from './moderation'
import type {
  AccountDoc,
  AdjustmentDayDoc,
  AdjustmentDoc,
  CheckinDoc,
  JobDoc,
  PairDoc,
  PointsRulesDoc,
  ReconciliationDoc,
  ResealDoc,
  TransferDoc,
} from './points'
import type { CodeBatchDoc, ItemDoc, OrderDoc, SightDoc } from './store'

export type * from './challenge'
export type * from './community'
export type * from './event'
export type * from './help'
export type * from './member'
export type * from './messages'
export type * from './moderation'
export type * from './points'
export type * from './store'

/** Every collection and what its documents are; their keys and indexes: `../indexes.ts`. */
export type Documents = {
  challenges: ChallengeDoc
  challengeParts: ChallengePartDoc
  challengeEntries: ChallengeEntryDoc
  events: EventDoc
  tallies: TallyDoc
  registrations: RegistrationDoc
  eventQuestions: EventQuestionDoc
  eventFeedback: EventFeedbackDoc
  liveCards: LiveCardDoc
  communities: CommunityDoc
  levels: LevelsDoc
  groups: GroupDoc
  members: MemberDoc
  passes: PassDoc
  oldRules: OldRulesDoc
  applications: ApplicationDoc
  templates: TemplateDoc
  requests: RequestDoc
  threadMessages: ThreadMessageDoc
  standingOffers: StandingOfferDoc
  noShows: NoShowDoc
  thanks: ThanksDoc
  messages: MessageDoc
  reminders: RemindersDoc
  receipts: ReceiptDoc
  accounts: AccountDoc
  transfers: TransferDoc
  pairs: PairDoc
  audit: AuditDoc
  auditHeads: AuditHeadDoc
  quizzes: QuizDoc
  cases: CaseDoc
  pictures: PictureDoc
  pictureTraces: PictureTraceDoc
  policies: PolicyDoc
  pointsRules: PointsRulesDoc
  adjustments: AdjustmentDoc
  adjustmentDays: AdjustmentDayDoc
  reconciliations: ReconciliationDoc
  jobs: JobDoc
  reseals: ResealDoc
  checkins: CheckinDoc
  items: ItemDoc
  codes: CodeBatchDoc
  orders: OrderDoc
  sights: SightDoc
}
export type CollectionName = keyof Documents
