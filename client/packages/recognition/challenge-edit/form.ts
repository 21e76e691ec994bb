import {
  CHALLENGE_DAYS_MAX,
  type ChallengeDetail,
  type ChallengeForm,
  lengthOf,
  PARTICIPANTS_MAX,
  PARTICIPANTS_MIN,
} from '../../../../types/challenge'

/** A challenge as it is typed. */
export type Typed = Omit<ChallengeForm, 'daysNeeded' | 'capacity'> & {
  daysNeeded: string
  capacity: string
}

const dayAfter = (day: string, count: number) =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)

/** What a new one begins with: from tomorrow on, three weeks, most of its days. */
export const newForm = (today: string): Typed => ({
  title: '',
  about: '',
  firstDay: dayAfter(today, 1),
  lastDay: dayAfter(today, 21),
  daysNeeded: '15',
  pictures: 'optional',
  capacity: '100',
})

export const typedOf = (challenge: ChallengeDetail): Typed => {
  const { title, about, firstDay, lastDay, pictures, daysNeeded, capacity } = challenge
  return {
    title,
    about,
    firstDay,
    lastDay,
    pictures,
    daysNeeded: String(daysNeeded),
    capacity: String(capacity),
  }
}

export const formOf = (typed: Typed): ChallengeForm => ({
  ...typed,
  title: typed.title.trim(),
  about: typed.about.trim(),
  daysNeeded: Number(typed.daysNeeded),
  capacity: Number(typed.capacity),
})

export type Mistakes = Partial<Record<'title' | 'lastDay' | 'daysNeeded' | 'capacity', number>>

/** The places that the contract would not take, each with the bound it misses. */
export function mistakesOf(typed: Typed): Mistakes {
  const { title, daysNeeded, capacity } = formOf(typed)
  const length = lengthOf(typed)
  return {
    ...(title.length < 2 ? { title: 2 } : {}),
    ...(length < 1 || length > CHALLENGE_DAYS_MAX ? { lastDay: CHALLENGE_DAYS_MAX } : {}),
    ...(daysNeeded < 1 || daysNeeded > Math.max(1, length) ? { daysNeeded: length } : {}),
    ...(capacity < PARTICIPANTS_MIN || capacity > PARTICIPANTS_MAX
      ? { capacity: PARTICIPANTS_MAX }
      : {}),
  }
}
