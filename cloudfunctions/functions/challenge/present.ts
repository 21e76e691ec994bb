import type { ChallengeCard, ChallengeStep } from '../../../types/challenge'
import type { ChallengeDoc, ChallengePartDoc, CommunityDoc } from '../../db/documents'
import { isOpenTo, phaseOf, wayOf } from '../../domain/challenge/states'
import { dayOf } from '../../domain/days'

type Around = {
  community: CommunityDoc
  part: ChallengePartDoc | null
  now: Date
}

/** What a card shows of a challenge, to somebody with this part in it. */
export function cardOf(challenge: ChallengeDoc, around: Around): ChallengeCard {
  const { part } = around
  const today = dayOf(around.now, around.community.timeZone)
  const { title, about, firstDay, lastDay, daysNeeded, pictures, capacity } = challenge
  return {
    challengeId: challenge._id,
    title,
    about,
    firstDay,
    lastDay,
    daysNeeded,
    pictures,
    capacity,
    phase: phaseOf(challenge, today),
    today,
    mine: part && part.state !== 'left' ? { state: part.state, days: part.days } : null,
  }
}

/** What the one who looks may do next; the actions check the same. */
export function stepsFor(
  { phase, capacity }: ChallengeCard,
  {
    part,
    participants,
    hasWritten,
    mayRun,
  }: {
    part: ChallengePartDoc | null
    participants: number
    hasWritten: boolean
    mayRun: boolean
  },
): ChallengeStep[] {
  const isOpen = isOpenTo(phase)
  const mayJoin = part === null || wayOf('join', part.state) !== null
  const isIn = part?.state === 'joined'
  const steps: [ChallengeStep, boolean][] = [
    ['join', isOpen && mayJoin && participants < capacity],
    ['write', phase === 'running' && isIn && !hasWritten],
    ['leave', isOpen && isIn],
    ['getCertificate', part?.state === 'completed'],
    ['edit', isOpen && mayRun],
    ['cancel', isOpen && mayRun],
  ]
  return steps.flatMap(([step, isPossible]) => (isPossible ? [step] : []))
}
