import type { ChallengePhase, ChallengeState, PartState } from '../../../types/challenge'

/** What moves a person's part, and where it leads from each state; from others it may not. */
export const PART_WAYS = {
  join: { left: 'joined' },
  leave: { joined: 'left' },
  complete: { joined: 'completed' },
  miss: { joined: 'missed' },
} as const satisfies Record<string, { readonly [From in PartState]?: PartState }>

/** What may still happen to a challenge in each state. */
export const CHALLENGE_WAYS = {
  cancel: { open: 'cancelled' },
  settle: { open: 'settled' },
} as const satisfies Record<string, { readonly [From in ChallengeState]?: ChallengeState }>

type Step = keyof typeof PART_WAYS

/** Where a step leads a part; null when it may not be taken. */
export const wayOf = (step: Step, from: PartState): PartState | null =>
  (PART_WAYS[step] as { [From in PartState]?: PartState })[from] ?? null

type Dated = { state: ChallengeState; firstDay: string; lastDay: string }

/** How a challenge stands on a day of the community's calendar. */
export function phaseOf({ state, firstDay, lastDay }: Dated, today: string): ChallengePhase {
  if (state !== 'open') return state
  if (today < firstDay) return 'upcoming'
  return today <= lastDay ? 'running' : 'settling'
}

/** People may come and go until the last day is over. */
export const isOpenTo = (phase: ChallengePhase): boolean =>
  phase === 'upcoming' || phase === 'running'
