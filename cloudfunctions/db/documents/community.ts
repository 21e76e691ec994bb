import type { PresetKey, Rules } from '../../../types/community'
import type { NoShowRule } from '../../../types/event-rules'
import type { PointsRules } from '../../../types/points'
import type { Level } from '../../../types/recognition'
import type { FieldDefinition, Template } from '../../../types/template'
import type { QuizQuestion } from '../../../types/training'
import type { Base } from './base'

/** `_id` = community id. */
export type CommunityDoc = Base & {
  name: string
  purpose: string
  preset: PresetKey
  /** IANA name; all days and times are shown in it. */
  timeZone: string
  ownerUserId: string
  /**
   * Which of the owner's places it takes, from 0 to COMMUNITIES_OWNED_MAX - 1. A unique index over
   * owner and place holds the bound whatever happens at once.
   */
  ownerSlot: number
  /** Whoever published them has accepted them. */
  rules: Rules & { publishedAt: Date; publishedBy?: string }
  questions: FieldDefinition[]
  questionsVersion: number
  /** What a new member reads first. */
  welcome: string
  levels: Level[]
  /** How often they were published; absent before the first time. */
  levelsVersion?: number
  /** The current version of the training quiz; absent or 0 before the first. */
  quizVersion?: number
  /** Whether it has to be passed before the first post. */
  quizNeeded?: boolean
  /** What no-shows at events lead to; absent: as every community starts (domain/events/no-show). */
  events?: { version: number; noShow: NoShowRule }
  /** The points rules in force; absent: those every community starts with (domain/ledger/rules). */
  points?: PointsRules
  /**
   * The request forms in their order, each with its current version. Stands here and not with the
   * forms, so that editors meet on one document; `version` counts arrangements.
   */
  forms: { version: number; items: { key: string; version: number; enabled: boolean }[] }
}

/** `_id` = `{communityId}:{version}`: published quizzes are never edited. */
export type QuizDoc = Base & {
  communityId: string
  publishedBy: string
  /** How many must be right. */
  passMark: number
  questions: QuizQuestion[]
}

/** `_id` = the group's opengid: a WeChat group belongs to one community. */
export type GroupDoc = Base & { communityId: string; boundBy: string }

/** `_id` = `{communityId}:{version}`: levels as they were published, never edited. */
export type LevelsDoc = Base & { communityId: string; levels: Level[]; publishedBy: string }

/** `_id` = its code, which only the community's owner and whoever uses it know. */
export type PassDoc = Base & {
  communityId: string
  /** Time-ordered id. */
  order: string
  until: Date
  usedBy: string | null
  usedAt: Date | null
  revoked: boolean
}

/** `_id` = `{communityId}:{version}`: rules that were in force and were published anew since. */
export type OldRulesDoc = Base & { communityId: string; items: string[] }

/** `_id` = `{communityId}:{key}:{version}`: published forms are never edited. */
export type TemplateDoc = Base & { communityId: string; definition: Template }
