import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '../lib/data-folder'
import { openCloud, type Places } from '../lib/demo-cloud'
import { photo, pictureOfCode } from '../lib/sample-pictures'
import { type CastMember, cast } from '../seed/people'
import { type Phone, phoneAt } from '../seed/phone'
import { learn, seed } from '../seed/seed'

/** When the pictures are taken, so that they show the same words in every run: a Saturday. */
export const NOW_MS = Date.parse('2026-05-16T17:20:00+08:00')

export type Studio = Awaited<ReturnType<typeof openStudio>>

const extra = (key: string, name: string, avatar: CastMember['avatar']): CastMember => ({
  openid: `o-shots-${key}`,
  name,
  note: '',
  avatar,
  skills: [],
})

/** People of the pictures who are not in the demo. */
export const extras = {
  /** Began a community a minute ago: everything is empty. */
  beginner: extra('beginner', '施新', 'a4'),
  /** Everything about them is as long as it may be. */
  wordy: extra('wordy', '欧阳慕容端木司徒诸葛东方西门南宫', 'a6'),
  /** Has not accepted the new rules. */
  late: extra('late', 'Bartholomew-Xu', 'a9'),
  nobody: extra('nobody', '路人', 'a1'),
  /** Came in by a pass. */
  reviewer: extra('reviewer', '平台审核员', 'a1'),
}

const LONG_NAME = '梧桐里三号楼四号楼五号楼邻里互助大家庭'
const LONG_PURPOSE =
  '楼上楼下有事招呼一声，借东西、搬家具、接孩子、请教问题都可以，大家量力而行，说清楚、早回话、常道谢'
export const LONG_TITLE =
  '周末想请两三位有力气的邻居帮忙把一架老式立式钢琴从一楼搬到五楼没有电梯楼梯还特别窄转角要抬高一点才能过去请多包涵'
/** As long as the name of an item may be. */
export const LONG_ITEM = '外婆留下的上海牌老式脚踏缝纫机连台面抽屉和一整盒线轴顶针剪刀'.slice(0, 30)
const LONG_DETAILS =
  `${'琴是外婆留下来的，一百八十公斤左右，没有拆过。'.repeat(6)}` +
  'Model: Strauss-UP-118-Chestnut-1986-Serial-0047-1182-Limited-Anniversary-Edition ' +
  '两头都垫了毯子，绑带和手套我来准备。'

/**
 * A cloud in a folder of its own with the demo told as of `NOW_MS`, a community in which nothing has
 * happened yet, and one in which every text is as long as it may be.
 */
export async function openStudio(places: Places) {
  const place = mkdtempSync(join(tmpdir(), 'huzhu-shots-'))
  const folder = openDataFolder(join(place, 'data'), true)
  const cloud = await openCloud(folder, places, { port: 0, timers: false })
  const phone = phoneAt(cloud.url, 'shots')
  await seed(cloud.url, NOW_MS)
  await phone.moveClockTo(NOW_MS)
  const empty = await foundCommunity(phone, extras.beginner, '青石里邻居', '门对门，手帮手')
  const long = await foundCommunity(phone, extras.wordy, LONG_NAME, LONG_PURPOSE)
  await fillLong(phone, long)
  await phone.tick()
  await letReviewerIn(phone)
  const { communities } = await phone.call(cast.zhouMin, 'community.enter', {})
  const [neighbours] = communities
  if (!neighbours) throw new Error('the demo has no community')
  const stoppedCase = await stopPictures(phone, neighbours.id)
  // Those of the cast who are members there.
  const requests = await requestsOf(phone, neighbours.id, Object.values(cast).slice(0, 12))
  const events = await eventsOf(phone, neighbours.id, Object.values(cast).slice(0, 12))
  const longEvent = await planLong(phone, long)
  const listed = await Promise.all(
    (['current', 'past'] as const).map((view) =>
      phone.call(cast.zhouMin, 'challenge.list', { communityId: neighbours.id, view }),
    ),
  )
  const challenges = listed.flatMap(({ items }) => items)
  const [longRequest] = await requestsOf(phone, long, [extras.wordy])
  return {
    url: cloud.url,
    neighbours: neighbours.id,
    empty,
    long,
    longRequest: longRequest?.requestId ?? '',
    /** The case of a request whose second picture holds a code that adds a person. */
    stoppedCase,
    longEvent,
    /** The id of the demo's event whose title holds these words. */
    event(words: string): string {
      const found = events.find(({ title }) => title.includes(words))
      if (!found) throw new Error(`the demo has no event “${words}”`)
      return found.eventId
    },
    /** The id of the demo's challenge whose title holds these words. */
    challenge(words: string): string {
      const found = challenges.find(({ title }) => title.includes(words))
      if (!found) throw new Error(`the demo has no challenge “${words}”`)
      return found.challengeId
    },
    /** The id of the demo's request whose title holds these words. */
    request(words: string): string {
      const found = requests.find(({ title }) => title.includes(words))
      if (!found) throw new Error(`the demo has no request “${words}”`)
      return found.requestId
    },
    async close() {
      await cloud.close()
      folder.close()
      rmSync(place, { recursive: true, force: true })
    },
  }
}

/** A member's request with two pictures, of which the check gives back the second. */
async function stopPictures(phone: Phone, communityId: string): Promise<string> {
  const by = cast.jiangWen
  const code = pictureOfCode('https://u.wechat.com/MCm9aXqJ7u2kEabc')
  const { requestId } = await phone.call(by, 'help.postRequest', {
    communityId,
    templateKey: 'life',
    templateVersion: 1,
    helpersNeeded: 1,
    answers: {
      what: '谁会修折叠桌的铰链，照片里这种',
      kind: 'repair',
      details: '桌子是十年前买的，铰链松了，一碰就塌，螺丝孔也大了。',
      place: '三号楼 502',
      times: ['weekendDay'],
      minutes: 60,
      images: [
        await phone.send(by, communityId, 'table', photo(640, 480)),
        await phone.send(by, communityId, 'code', code),
      ],
      deadline: new Date(NOW_MS + 30 * 3_600_000).toISOString(),
      thanks: '多谢帮忙，修好请你喝茶',
    },
  })
  await phone.look()
  return `request:${requestId}`
}

/** The demo's owner has made two passes, and a reviewer has come in by one. */
async function letReviewerIn(phone: Phone): Promise<void> {
  const { communities } = await phone.call(cast.zhouMin, 'community.enter', {})
  const communityId = communities[0]?.id ?? ''
  const { code } = await phone.call(cast.zhouMin, 'entry.issuePass', { communityId, days: 7 })
  await phone.call(extras.reviewer, 'entry.usePass', { code })
  await phone.call(cast.zhouMin, 'entry.issuePass', { communityId, days: 14 })
}

async function foundCommunity(phone: Phone, by: CastMember, name: string, purpose: string) {
  const profile = { nickname: by.name, avatar: by.avatar }
  const input = { preset: 'neighbourhood' as const, name, purpose, ...profile }
  return (await phone.call(by, 'community.create', input)).communityId
}

async function fillLong(phone: Phone, communityId: string): Promise<void> {
  const { wordy, late } = extras
  const skills = ['修一切会转的东西', 'TypeScript/React', '陪诊', '种花种菜', '辅导小学数学应用题']
  await phone.call(late, 'entry.apply', {
    communityId,
    nickname: late.name,
    avatar: late.avatar,
    skills,
    answers: { where: '五号楼，从南门进来右转走到底再左转', canHelp: '周末都在家，'.repeat(30) },
    rulesVersion: 1,
  })
  const [application] = (
    await phone.call(wordy, 'entry.listApplications', { communityId, state: 'pending' })
  ).items
  if (!application) throw new Error('the application is not there')
  const { applicationId, revision } = application
  const decision = { communityId, applicationId, revision }
  await phone.call(wordy, 'entry.decide', { ...decision, verdict: 'approve' })
  await learn(phone, late, communityId)
  const { requestId } = await phone.call(wordy, 'help.postRequest', {
    communityId,
    templateKey: 'life',
    templateVersion: 1,
    helpersNeeded: 10,
    answers: {
      what: LONG_TITLE,
      kind: 'carry',
      details: LONG_DETAILS,
      place: '三号楼和四号楼之间的小花园北侧第二张长椅旁边的那盏路灯底下，靠近自行车棚',
      times: ['workdayDay', 'workdayEvening', 'weekendDay', 'weekendEvening'],
      minutes: 480,
      deadline: new Date(NOW_MS + 50 * 60_000).toISOString(),
      thanks: '谢谢大家愿意为一架老钢琴出力，搬完一起喝茶吃点心，钢琴也会弹给大家听',
    },
  })
  await phone.call(late, 'help.makeOffer', { communityId, requestId, message: '我来！'.repeat(60) })
  await phone.call(wordy, 'store.saveItem', {
    communityId,
    kind: 'pickup',
    name: LONG_ITEM,
    about: '保养得很好，皮带去年换过，踩起来很轻。'.repeat(8),
    price: 99_999,
    stock: 1000,
    limitEach: 20,
    opensAt: new Date(NOW_MS - 86_400_000).toISOString(),
    closesAt: new Date(NOW_MS + 30 * 86_400_000).toISOString(),
    pickupWhere: '三号楼和四号楼之间的小花园北侧第二张长椅旁边的那盏路灯底下，每周六 9 点到 11 点',
    shown: true,
  })
  const { rules } = await phone.call(wordy, 'community.getRules', { communityId })
  await phone.call(wordy, 'community.publishRules', {
    communityId,
    basedOn: rules.version,
    // One comes, one goes, one is said otherwise.
    items: [
      '借来的东西用完当天还，弄坏了说一声。',
      ...rules.items.slice(0, -1).map((rule) => rule.replace('量力而行。', '量力而行，不勉强。')),
    ],
  })
}

/** All that is on the board, and what people can still see of their own after it left the board. */
async function requestsOf(phone: Phone, communityId: string, people: readonly CastMember[]) {
  const [first] = people
  if (!first) return []
  const views = (['open', 'settled'] as const).map((view) => ({ who: first, view }))
  const own = people.map((who) => ({ who, view: 'mine' as const }))
  const lists = await Promise.all(
    [...views, ...own].map(({ who, view }) =>
      phone.call(who, 'help.listRequests', { communityId, view }),
    ),
  )
  return lists.flatMap(({ items }) => items)
}

/** Every event that somebody of these sees in a list. */
async function eventsOf(phone: Phone, communityId: string, people: readonly CastMember[]) {
  const lists = await Promise.all(
    people.flatMap((who) =>
      (['upcoming', 'mine', 'past'] as const).map((view) =>
        phone.call(who, 'event.list', { communityId, view }),
      ),
    ),
  )
  return lists.flatMap(({ items }) => items)
}

/** An event of which every part is as long as it may be. */
async function planLong(phone: Phone, communityId: string): Promise<string> {
  const { wordy } = extras
  const at = (days: number) => new Date(NOW_MS + days * 86_400_000).toISOString()
  const { eventId } = await phone.call(wordy, 'event.create', {
    communityId,
    repeat: { every: 'twoWeeks', times: 12 },
    form: {
      kind: 'volunteering',
      title: LONG_TITLE.slice(0, 30),
      about: LONG_DETAILS,
      agenda: Array.from({ length: 4 }, (_, n) => ({
        at: '上午九点半到十点一刻',
        what: `${n + 1}、${LONG_TITLE.slice(0, 55)}`,
      })),
      speakers: [{ name: wordy.name, about: LONG_TITLE.slice(0, 60) }],
      cover: null,
      place: {
        mode: 'onSite',
        name: '三号楼和四号楼之间的小花园北侧第二张长椅旁边的那盏路灯底下靠近自行车棚的地方',
        address: LONG_TITLE.slice(0, 80),
        position: { latitude: 31.2, longitude: 121.4 },
      },
      startsAt: at(3),
      endsAt: at(5),
      deadline: at(2),
      capacity: 2000,
      guestsMax: 5,
      needsApproval: false,
      waitlist: 'firstCome',
      offerMinutes: 120,
      questions: [
        { key: 'q1', kind: 'shortText', label: '你最想从这场活动里带走的一件事', required: true },
      ],
      collectsQuestions: true,
      volunteerHours: 24,
    },
  })
  return eventId
}
