import type { EventDoc, RegistrationDoc, TallyDoc } from '../../cloudfunctions/db/documents'
import { newEvent } from '../../cloudfunctions/domain/events/new-event'
import type { Action } from '../../cloudfunctions/runtime/action'
import { Refusal } from '../../cloudfunctions/runtime/errors'
import type { EventForm } from '../../types/event-form'
import { eventForm } from './calls/event'
import { Killed, type MemoryDatabase } from './memory-database'

export const COMMUNITY = 'c'.repeat(26)
export const EVENT = 'e'.repeat(26)
export const OWNER = 'owner'
export const PEOPLE = ['ann', 'ben', 'cai', 'dan', 'eva', 'fay'] as const

/** What a call came to: its answer, or why there was none. */
export type Answer = { state?: string; code?: string }

/** A community of six and an event with seats, as the actions find them. */
export function givenEvent(database: MemoryDatabase, at: Date, changes: Partial<EventForm>): void {
  database.clear()
  const base = { v: 1, createdAt: at }
  database.put('communities', {
    ...base,
    _id: COMMUNITY,
    name: '梧桐里',
    timeZone: 'Asia/Shanghai',
    rules: { version: 1, items: [] },
  })
  for (const userId of [OWNER, ...PEOPLE]) {
    database.put('members', {
      ...base,
      _id: `${COMMUNITY}:${userId}`,
      communityId: COMMUNITY,
      userId,
      role: userId === OWNER ? 'owner' : 'member',
      nickname: userId,
      rulesVersion: 1,
    })
  }
  const { event, tally } = newEvent(
    {
      _id: EVENT,
      communityId: COMMUNITY,
      userId: OWNER,
      state: 'published',
      visibility: 'shown',
      series: null,
      doorKey: 'k',
    },
    eventForm(changes),
    at,
  )
  database.put('events', event)
  database.put('tallies', tally)
}

/** One person's call of one action. `busy`: to be sent again; `killed`: no answer came. */
export async function ask(
  action: Action,
  userId: string,
  input: Record<string, unknown>,
  key: string,
): Promise<Answer> {
  const identity = {
    openid: `o-${userId}`,
    userId,
    appid: 'wx',
    source: 'wx_client',
    openDataKeys: [],
  }
  const event = {
    action: action.name,
    key,
    input: { communityId: COMMUNITY, eventId: EVENT, ...input },
  }
  try {
    return (await action.handle(event, identity)) as Answer
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code }
    return { code: error instanceof Killed ? 'killed' : 'busy' }
  }
}

export const partsIn = (database: MemoryDatabase) => database.all<RegistrationDoc>('registrations')
export const eventIn = (database: MemoryDatabase) => database.all<EventDoc>('events')[0] as EventDoc
export const tallyIn = (database: MemoryDatabase) =>
  database.all<TallyDoc>('tallies')[0] as TallyDoc
