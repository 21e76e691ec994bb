import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RequestDoc } from '../cloudfunctions/db/documents'
import { schemaForCloud } from '../cloudfunctions/db/indexes'
import { termsOf } from '../cloudfunctions/domain/help/terms'
import { orderedId } from '../cloudfunctions/runtime/ids'
import { Store } from '../emulator/documents/store'
import { type Costs, control, type World, worldOver } from '../test/world'
import { startCloudProcess } from '../test/world/cloud'
import type { CallInput, CallName } from '../types/contract'

/** What the board is asked for in both communities: by name, which call with which input. */
type Question = { call: CallName; input: Record<string, unknown> }

const DAY_MS = 86_400_000
const WRITTEN_AT_ONCE = 2_000
/** Every hundredth is about a drill: a search finds far more than a page. */
const WORDS = ['修水管', '接孩子放学', '改简历', '搬书架', '喂猫', '拼车去机场', '讲应用题', '买菜']

const titleOf = (n: number) =>
  n % 100 === 0 ? `想借一把电钻，第 ${n} 回` : `${WORDS[n % WORDS.length]}，第 ${n} 件小事`

/** One stored request again and again, each with a title, an id and a place of its own; somebody else's. */
function requestLike(like: RequestDoc, userId: string, n: number, now: number): RequestDoc {
  const createdAt = new Date(now - (n + 1) * 1_000)
  const _id = orderedId(createdAt, 'bench', String(n))
  const deadline = new Date(now + 20 * DAY_MS)
  const title = titleOf(n)
  return {
    ...like,
    userId,
    _id,
    createdAt,
    title,
    answers: { ...like.answers, what: title },
    deadline,
    wakeAt: deadline,
    rank: `0${_id}`,
    terms: termsOf([title, like.templateName]),
    offers: [],
    helperUserIds: [],
    // In bulk nobody's bound counts.
    place: `x${_id}`,
    turn: `x${_id}`,
  }
}

/** A community whose board holds `count` open requests: the first by its members, the rest in bulk. */
async function boardOf(
  functions: string,
  folder: string,
  count: number,
): Promise<{ world: World; questions: Map<string, Question>; user: Parameters<World['call']>[0] }> {
  const first = await startCloudProcess({ functions, data: folder })
  await control(first, 'POST', 'collections', { collections: schemaForCloud() })
  const begun = worldOver(first)
  const { communityId, owner } = await begun.given.community()
  const ann = await begun.given.member({ communityId, owner }, 'ann')
  const requestId = await begun.given.request(communityId, ann)
  const [like] = await begun.documents('requests', { _id: requestId })
  await first.close()
  if (!like) throw new Error('the request that was posted is not there')
  const store = new Store(folder)
  const now = Date.now()
  for (let from = 0; from < count; from += WRITTEN_AT_ONCE) {
    await store.write((batch) => {
      const requests = batch.catalog.get('requests')
      for (let n = from; n < Math.min(count, from + WRITTEN_AT_ONCE); n++) {
        batch.insert(requests, requestLike(like, owner.userId, n, now) as never)
      }
    })
  }
  store.close()
  const world = worldOver(await startCloudProcess({ functions, data: folder }))
  const posting = await world.requestInput(communityId, ann)
  const page = await world.ok(ann, 'help.listRequests', { communityId, view: 'open' })
  const board = (input: Omit<CallInput<'help.listRequests'>, 'communityId'>): Question => ({
    call: 'help.listRequests',
    input: { communityId, ...input },
  })
  return {
    world,
    user: ann,
    questions: new Map<string, Question>([
      ['board', board({ view: 'open' })],
      ['board, second page', board({ view: 'open', cursor: page.next })],
      ['board, urgent', board({ view: 'open', urgency: 'urgent' })],
      ['search, many found', board({ view: 'open', search: '小事' })],
      ['search, few found', board({ view: 'open', search: '电钻' })],
      ['search, none found', board({ view: 'open', search: '弹钢琴' })],
      ['fits my skills', board({ view: 'open', fits: ['电钻', '改简历'] })],
      ['solved', board({ view: 'settled' })],
      ['mine', board({ view: 'mine' })],
      ['one request', { call: 'help.getRequest', input: { communityId, requestId } }],
      ['home page', { call: 'member.getHome', input: { communityId } }],
      ['post a request', { call: 'help.postRequest', input: posting }],
    ]),
  }
}

export type SizeRow = Record<string, string | number>

/** The same questions to a small board and a large one on this machine; times are medians. */
export async function measureSizes(
  functions: string,
  [small, large]: readonly [number, number],
  rounds: number,
): Promise<SizeRow[]> {
  const folders = [small, large].map(() => mkdtempSync(join(tmpdir(), 'huzhu-bench-')))
  const boards = []
  try {
    for (const [i, count] of [small, large].entries()) {
      boards.push(await boardOf(functions, folders[i] ?? '', count))
    }
    const rows: SizeRow[] = []
    for (const name of boards[0]?.questions.keys() ?? []) {
      const [few = NONE, many = NONE] = await Promise.all(
        boards.map(async ({ world, user, questions }) => {
          const question = questions.get(name)
          if (!question) return NONE
          const costs: Costs[] = []
          for (let round = 0; round < rounds; round++) {
            const { call, input } = question
            const answer = await world.callWithCosts(user, call, input as CallInput<typeof call>)
            if (!answer.reply.ok) throw new Error(`${name}: ${answer.reply.code}`)
            costs.push(answer.costs)
          }
          return costs.sort((a, b) => a.ms - b.ms)[costs.length >> 1] ?? NONE
        }),
      )
      rows.push({
        question: name,
        [`steps at ${small}`]: few.steps,
        [`steps at ${large}`]: many.steps,
        [`scanned at ${small}`]: few.scanned,
        [`scanned at ${large}`]: many.scanned,
        [`ms at ${small}`]: Number(few.ms.toFixed(1)),
        [`ms at ${large}`]: Number(many.ms.toFixed(1)),
        ratio: Number((many.ms / few.ms).toFixed(2)),
      })
    }
    return rows
  } finally {
    for (const { world } of boards) await world.close()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

const NONE: Costs = { calls: 0, steps: 0, scanned: 0, returned: 0, ms: 0, cold: false, bytes: 0 }
