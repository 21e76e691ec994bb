import type { CallOutput } from '../../../types/contract'
import type { Application } from '../../../types/entry'
import type { ApplicationDoc } from '../../db/documents'
import { inWords } from '../../domain/entry/answers'

type Door = CallOutput<'entry.getDoor'>

/** Where the visitor stands, and their application while there is something to do about it. */
export function standingOf(
  isMember: boolean,
  application: ApplicationDoc | null,
): Pick<Door, 'standing' | 'application'> {
  if (isMember) return { standing: 'member', application: null }
  if (!application || application.state === 'approved' || application.state === 'left') {
    return { standing: 'stranger', application: null }
  }
  const { state, revision, nickname, avatar, skills, interests = [], answers } = application
  const reason = state === 'declined' ? application.reason : null
  return {
    standing: state,
    application: { state, revision, nickname, avatar, skills, interests, answers, reason },
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
  interests: application.interests ?? [],
  answers: inWords(application),
  submittedAt: application.submittedAt.toISOString(),
  previousReason: application.reason,
  history: (application.history ?? []).map(({ state, at, reason }) => ({
    state,
    at: at.toISOString(),
    reason,
  })),
  own: application.userId === viewerId,
})
