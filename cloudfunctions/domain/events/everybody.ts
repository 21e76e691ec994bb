import { REGISTRATION_STATES } from '../../../types/event'
import type { RegistrationDoc } from '../../db/documents'
import { between, store } from '../../db/store'
import { ID_DIGITS } from '../../runtime/ids'

/** The cloud's own limit of one query. */
export const PARTS_A_QUERY = 1000
/** Above every digit of an id. */
const LAST = '~'

/**
 * All registrations of an event, by state and order of arrival. One question for most events; where
 * that is not enough, one for each first digit of a person's id side by side: ids are hashes, so each
 * finds a thirty-second part.
 */
export async function everybodyIn(eventId: string): Promise<RegistrationDoc[]> {
  const first = await pageFrom(`${eventId}:`, `${eventId}:${LAST}`)
  const parts =
    first.length < PARTS_A_QUERY
      ? first
      : (await Promise.all([...ID_DIGITS].map((digit) => allWith(`${eventId}:${digit}`)))).flat()
  const rank = ({ state }: RegistrationDoc) => REGISTRATION_STATES.indexOf(state)
  return parts.sort((a, b) => rank(a) - rank(b) || (a.order < b.order ? -1 : 1))
}

async function allWith(prefix: string): Promise<RegistrationDoc[]> {
  const parts: RegistrationDoc[] = []
  for (let from = prefix; ; ) {
    const page = await pageFrom(from, `${prefix}${LAST}`)
    parts.push(...page)
    const last = page.at(-1)
    if (!last || page.length < PARTS_A_QUERY) return parts
    from = `${last._id} `
  }
}

/** Both ends included; what follows an id begins with it and a blank. */
const pageFrom = (from: string, to: string): Promise<RegistrationDoc[]> =>
  store.find('registrations', {
    where: { _id: between(from, to) },
    orderBy: ['_id', 'asc'],
    limit: PARTS_A_QUERY,
  })
