import type { QuizQuestion } from '../../types/training'
import type { CommunityDoc, MemberDoc } from '../db/documents'
import { has } from './duties'

export const quizId = (communityId: string, version: number) => `${communityId}:${version}`

/**
 * Whether the member may write: the community asks for no quiz, or they have passed one version of
 * it, or they are the one who writes it. A new version is not asked of those who passed before.
 */
export const hasTrained = (
  { quizNeeded }: Pick<CommunityDoc, 'quizNeeded'>,
  { role, trainedVersion }: Pick<MemberDoc, 'role' | 'trainedVersion'>,
): boolean => !quizNeeded || trainedVersion !== undefined || has(role, 'editTraining')

export const isRight = (
  { key, answer }: QuizQuestion,
  answers: Readonly<Record<string, string>>,
): boolean => Object.hasOwn(answers, key) && answers[key] === answer
