import type { FieldIssue } from '../../types/errors'
import type { CallError } from '../services/call-core'
import { auditActs as auditActsEn, audit as auditEn } from './audit.en'
import { audit, auditActs } from './audit.zh-CN'
import { checkin as checkinEn } from './checkin.en'
import { checkin } from './checkin.zh-CN'
import { common as commonEn } from './common.en'
import { common } from './common.zh-CN'
import { community as communityEn } from './community.en'
import { community } from './community.zh-CN'
import { entry as entryEn } from './entry.en'
import { entry } from './entry.zh-CN'
import { errors as errorsEn, fieldErrors as fieldErrorsEn } from './errors.en'
import { errors, fieldErrors } from './errors.zh-CN'
import { event as eventEn } from './event.en'
import { event } from './event.zh-CN'
import { forms as formsEn } from './forms.en'
import { forms } from './forms.zh-CN'
import { help as helpEn } from './help.en'
import { help } from './help.zh-CN'
import { home as homeEn } from './home.en'
import { home } from './home.zh-CN'
import { inbox as inboxEn } from './inbox.en'
import { inbox } from './inbox.zh-CN'
import { getLanguage, type Language, useLanguage } from './language'
import { member as memberEn } from './member.en'
import { member } from './member.zh-CN'
import { fill, type Given } from './message'
import { moderation as moderationEn } from './moderation.en'
import { moderation } from './moderation.zh-CN'
import { points as pointsEn } from './points.en'
import { points } from './points.zh-CN'
import { recognition as recognitionEn } from './recognition.en'
import { recognition } from './recognition.zh-CN'
import { remind as remindEn } from './remind.en'
import { remind } from './remind.zh-CN'
import { store as storeEn } from './store.en'
import { store } from './store.zh-CN'
import { training as trainingEn } from './training.en'
import { training } from './training.zh-CN'
import { workbench as workbenchEn } from './workbench.en'
import { workbench } from './workbench.zh-CN'

const chinese = {
  common,
  home,
  entry,
  community,
  forms,
  help,
  member,
  moderation,
  inbox,
  remind,
  points,
  event,
  errors,
  fieldErrors,
  audit,
  auditActs,
  workbench,
  training,
  checkin,
  store,
  recognition,
}
type Source = typeof chinese
type Domain = keyof Source

const english: { [D in Domain]: { readonly [K in keyof Source[D]]: string } } = {
  common: commonEn,
  home: homeEn,
  entry: entryEn,
  community: communityEn,
  forms: formsEn,
  help: helpEn,
  member: memberEn,
  moderation: moderationEn,
  inbox: inboxEn,
  remind: remindEn,
  points: pointsEn,
  event: eventEn,
  errors: errorsEn,
  fieldErrors: fieldErrorsEn,
  audit: auditEn,
  auditActs: auditActsEn,
  workbench: workbenchEn,
  training: trainingEn,
  checkin: checkinEn,
  store: storeEn,
  recognition: recognitionEn,
}

/** Every sentence's name: `'common.retry'`. The Chinese files are the source of the list. */
export type MessageKey = {
  [D in Domain]: keyof Source[D] extends infer K extends string ? `${D}.${K}` : never
}[Domain]

type SentenceOf<K extends MessageKey> = K extends `${infer D extends Domain}.${infer Name}`
  ? Name extends keyof Source[D]
    ? Source[D][Name] extends infer S extends string
      ? S
      : never
    : never
  : never

export type Translate = <K extends MessageKey>(key: K, ...given: Given<SentenceOf<K>>) => string

const languages: Record<Language, Record<string, Record<string, string>>> = {
  'zh-CN': chinese,
  en: english,
}

/** A sentence whose name is only known at run time; empty when there is none. */
export function lookUp(
  domain: Domain,
  name: string,
  params: Readonly<Record<string, unknown>> = {},
): string {
  return fill(languages[getLanguage()][domain]?.[name] ?? '', params)
}

/** The sentence of a name in the chosen language: `t('common.minutesAgo', { count: 3 })`. */
export const t: Translate = (key, ...[params]) => {
  const dot = key.indexOf('.')
  return lookUp(key.slice(0, dot) as Domain, key.slice(dot + 1), params)
}

/** `t` for a component: it is drawn anew when the language changes. */
export function useT(): Translate {
  useLanguage()
  return t
}

/** What a refused or lost call means, in words. */
export const sentenceOf = ({ code, params }: CallError): string => lookUp('errors', code, params)

/** What is wrong with each field, by its key: for FormRenderer's `errors`. */
export function fieldSentences(issues: readonly FieldIssue[]): Record<string, string> {
  return Object.fromEntries(
    issues.map(({ field, code, bound }) => [field, lookUp('fieldErrors', code, { bound })]),
  )
}

/** The fields that the cloud refused, when the refusal names any. */
export function issuesOf({ code, params }: CallError): readonly FieldIssue[] {
  const isMarked = code === 'invalid_fields' || code === 'content_refused'
  return isMarked && Array.isArray(params.fields) ? params.fields : []
}
