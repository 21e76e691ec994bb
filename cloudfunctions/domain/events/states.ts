import type { RegistrationState } from '../../../types/event'

/** What can happen to one person's part in an event. */
export type Step =
  | 'register'
  | 'approve'
  | 'decline'
  | 'give'
  | 'offer'
  | 'accept'
  | 'lapse'
  | 'cancel'
  | 'attend'
  | 'undo'
  | 'miss'
  | 'release'

/** Where each step leads from; anything else is refused. `none`: no part yet. */
const WAYS: { readonly [S in Step]: readonly (RegistrationState | 'none')[] } = {
  register: ['none', 'declined', 'cancelled'],
  approve: ['requested', 'waiting'],
  decline: ['requested', 'waiting'],
  give: ['waiting'],
  offer: ['waiting'],
  accept: ['offered'],
  lapse: ['offered'],
  cancel: ['requested', 'waiting', 'offered', 'seated'],
  /** A steward's phone may have kept an arrival until after the event was settled. */
  attend: ['seated', 'noShow'],
  undo: ['attended'],
  miss: ['seated'],
  release: ['requested', 'waiting', 'offered', 'seated'],
}

export const mayStep = (step: Step, from: RegistrationState | undefined): boolean =>
  WAYS[step].includes(from ?? 'none')

/** A part that still stands before the event: asked, in line, or with a seat. */
export const STANDING: readonly RegistrationState[] = ['requested', 'waiting', 'offered', 'seated']
/** Takes seats: an offered one is kept for its person; who was there or stayed away has had theirs. */
const SEATED: readonly RegistrationState[] = ['offered', 'seated', 'attended', 'noShow']

/** What the seats of an event gain or lose. */
export type Delta = { free: number; waiting: number; capacity: number }

/** The change of seats when a party of so many goes from one state to another. */
export function deltaOf(
  from: RegistrationState | undefined,
  to: RegistrationState,
  party: number,
): Delta {
  const seats = (state: RegistrationState | undefined) =>
    state !== undefined && SEATED.includes(state) ? party : 0
  const line = (state: RegistrationState | undefined) => (state === 'waiting' ? 1 : 0)
  return { free: seats(from) - seats(to), waiting: line(to) - line(from), capacity: 0 }
}
