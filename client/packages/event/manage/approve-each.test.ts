import type { WriteResult } from '../../../hooks/use-write'
import { CallError, type CallErrorCode } from '../../../services/call-core'
import { approveEach } from './approve-each'

type Reply = WriteResult<{ state: 'seated' | 'waiting' }>
const seated: Reply = { ok: true, data: { state: 'seated' } }
const refused = (code: CallErrorCode, seconds?: number): Reply => ({
  ok: false,
  error: new CallError(code, seconds === undefined ? {} : { seconds }),
})
const person = (name: string, guests = 0) => ({
  registrationId: name,
  guests,
  member: { memberId: name, nickname: name, avatar: 'a1' as const },
})

/** Plays the replies in order; `asked` are those who were sent. */
async function play(parts: ReturnType<typeof person>[], replies: Reply[]) {
  const asked: string[] = []
  const waited: number[] = []
  const outcome = await approveEach(parts, {
    approve: async ({ registrationId }) => {
      asked.push(registrationId)
      return replies.shift() ?? seated
    },
    wait: async (ms) => {
      waited.push(ms)
    },
    onProgress: () => undefined,
  })
  const failed = outcome.failed.map(({ part, error }) => [part.registrationId, error.code])
  return { ...outcome, failed, asked, waited }
}

const [ann, ben, cai] = [person('ann'), person('ben'), person('cai')]

test('tells who has a seat from who is in line', async () => {
  const inLine: Reply = { ok: true, data: { state: 'waiting' } }
  expect(await play([ann, ben], [seated, inLine])).toMatchObject({
    seated: 1,
    inLine: 1,
    failed: [],
  })
})

test('one who has cancelled meanwhile keeps nobody else waiting', async () => {
  expect(await play([ann, ben], [refused('not_registered')])).toMatchObject({
    seated: 1,
    failed: [['ann', 'not_registered']],
  })
})

test('a party that does not fit lets a smaller one pass; larger ones are not asked for', async () => {
  const pair = person('pair', 1)
  const other = person('other', 1)
  expect(await play([pair, other, ann], [refused('event_full')])).toMatchObject({
    asked: ['pair', 'ann'],
    seated: 1,
    failed: [
      ['pair', 'event_full'],
      ['other', 'event_full'],
    ],
  })
})

test('without a network it stops, and names all who are left', async () => {
  expect(await play([ann, ben, cai], [seated, refused('network')])).toMatchObject({
    asked: ['ann', 'ben'],
    seated: 1,
    failed: [
      ['ben', 'network'],
      ['cai', 'network'],
    ],
  })
})

test('waits as long as the cloud asks, and goes on with the same person', async () => {
  expect(await play([ann, ben], [refused('too_fast', 7)])).toMatchObject({
    asked: ['ann', 'ann', 'ben'],
    waited: [7000],
    seated: 2,
  })
})
