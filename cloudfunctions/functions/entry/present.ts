import type { CallOutput } from '../../../types/contract'
import type { Application } from '../../../types/entry'
import type { FieldDefinition, FieldValue } from '../../../types/template'
import type { ApplicationDoc } from '../../db/documents'

type Door = CallOutput<'entry.getDoor'>

/** Where the visitor stands, and their application while there is something to do about it. */
export function standingOf(
  isMember: boolean,
  application: ApplicationDoc | null,
): Pick<Door, 'standing' | 'application'> {
  if (isMember) return { standing: 'member', application: null }
  if (!application || application.state === 'approved') {
    return { standing: 'stranger', application: null }
  }
  const { state, revision, nickname, avatar, skills, answers } = application
  const reason = state === 'declined' ? application.reason : null
  return {
    standing: state,
    application: { state, revision, nickname, avatar, skills, answers, reason },
  }
}

/** An application as its reviewers read it. */
export const applicationOf = (application: ApplicationDoc, viewerId: string): Application => ({
  applicationId: application._id,
  revision: application.revision,
  state: application.state,
  nickname: application.nickname,
  avatar: application.avatar,
  skills: application.skills,
  answers: application.questions.flatMap((question) => {
    const value = application.answers[question.key]
    return value === undefined ? [] : [{ label: question.label, value: inWords(question, value) }]
  }),
  submittedAt: application.submittedAt.toISOString(),
  previousReason: application.reason,
  own: application.userId === viewerId,
})

/** An answer as one text: choices by their labels, numbers with their unit. */
function inWords({ options, unit }: FieldDefinition, value: FieldValue): string {
  const labelOf = (choice: string) =>
    options?.find((option) => option.value === choice)?.label ?? choice
  if (typeof value === 'number') return `${value}${unit ? ` ${unit}` : ''}`
  return Array.isArray(value) ? value.map(labelOf).join('、') : labelOf(value)
}
