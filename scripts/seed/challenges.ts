import { dayOf } from '../../cloudfunctions/domain/days'
import { type CastMember, cast } from './people'
import type { Phone } from './phone'
import { momentMs } from './times'

type Event = { atMs: number; happen: () => Promise<unknown> }
type Part = { phone: Phone; nowMs: number; communityId: () => string }

/** Where the demo lives. */
const ZONE = 'Asia/Shanghai'

type Told = {
  title: string
  about: string
  /** So many days ago it began, and so many it lasts. */
  began: number
  lasts: number
  needs: number
  /** What people wrote, by how many days after the first; one after another in the evening. */
  diaries: readonly { who: CastMember; words: readonly (string | null)[] }[]
}

const EARLY: Told = {
  title: '五天早起',
  about: '每天写一句：几点起的，第一件事做了什么。早一点点就好，不用比谁最早。',
  began: 8,
  lasts: 5,
  needs: 3,
  diaries: [
    {
      who: cast.wuTing,
      words: [
        '六点四十，先把面团拿出来醒着',
        '六点半，楼下买豆浆碰到周敏姐',
        '七点，下雨，赖了一会儿',
        '六点四十，做了葱油饼',
        '六点二十，天亮得早了',
      ],
    },
    {
      who: cast.heXiulan,
      words: ['五点半，老习惯', '五点半，绕小区走两圈', null, '五点半，剪枝', '五点半，晒被子'],
    },
    { who: cast.zhengKai, words: ['六点出车，不算早起也算早起', null, '睡过了'] },
  ],
}

const READING: Told = {
  title: '二十一天夜读',
  about: '睡前放下手机，读十页书，写一句读到的或想到的。哪本书都行，绘本也算。',
  began: 4,
  lasts: 21,
  needs: 15,
  diaries: [
    {
      who: cast.zhaoLiqun,
      words: [
        '《木工基础》第三章，终于弄懂了燕尾榫的角度',
        '读到做凳子那节，想给楼道做一张换鞋凳',
        '今天手上活多，只读了六页',
        '榫卯图看了三遍，明天动手试',
      ],
    },
    {
      who: cast.gaoFengqin,
      words: [
        '陪孙子读《小猪唏哩呼噜》，他笑我也笑',
        '换孙子读给我听',
        null,
        '读到呼噜去上学，孙子说他也要勇敢',
      ],
    },
    {
      who: cast.wuTing,
      words: [
        '《四季面包》，原来老面要养这么久',
        '读菜谱算不算读书？我觉得算',
        '看完揉面那章',
        '今天试着按书上做了一次，发得比以前都好',
      ],
    },
    { who: cast.heXiulan, words: ['戴着老花镜读了十页', null, '读报纸副刊'] },
    { who: cast.zhengKai, words: [null, '出车回来读了五页'] },
  ],
}

/** What the neighbours take on together: one challenge that is over, one that runs. */
export const challengesOf = (part: Part): Event[] =>
  [EARLY, READING].flatMap((told) => challengeOf(told, part))

function challengeOf({ began, lasts, needs, diaries, ...told }: Told, part: Part): Event[] {
  const { phone, nowMs, communityId } = part
  let challengeId = ''
  const on = () => ({ communityId: communityId(), challengeId })
  const at = (daysAgo: number, clock: string) => momentMs([daysAgo, clock], nowMs)
  const dayAt = (daysAgo: number) => dayOf(new Date(nowMs - daysAgo * 86_400_000), ZONE)
  const open = async () => {
    const form = {
      ...told,
      firstDay: dayAt(began),
      lastDay: dayAt(began - lasts + 1),
      daysNeeded: needs,
      pictures: 'optional' as const,
      capacity: 50,
    }
    const made = await phone.call(cast.zhouMin, 'challenge.create', {
      communityId: communityId(),
      form,
    })
    challengeId = made.challengeId
  }
  const join = async () => {
    for (const { who } of diaries) await phone.call(who, 'challenge.join', on())
  }
  const evenings = Array.from(
    { length: Math.min(lasts, began + 1) },
    (_, n): Event => ({
      atMs: at(began - n, '21:10'),
      happen: async () => {
        for (const { who, words } of diaries) {
          const said = words[n]
          if (!said) continue
          await phone.call(who, 'challenge.writeEntry', { ...on(), words: said, pictures: [] })
        }
      },
    }),
  )
  return [
    { atMs: at(began + 1, '09:30'), happen: open },
    { atMs: at(began, '20:30'), happen: join },
    ...evenings.filter(({ atMs }) => atMs < nowMs),
  ]
}
