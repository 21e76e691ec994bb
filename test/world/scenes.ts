import type { CallInput, WriteName } from '../../types/contract'
import { newKey, type User, type World } from '.'

export type Scene<N extends WriteName> = {
  user: User
  input: CallInput<N>
  /** What the act is about: its documents are compared. */
  communityId?: string
  group?: unknown
}

export type Setting = { world: World; communityId: string; owner: User; ann: User; ben: User }
type Arrange<N extends WriteName> = (setting: Setting) => Promise<Scene<N>>

/** A community with its owner and two members, everything promised already sent. */
export async function setting(world: World): Promise<Setting> {
  const home = await world.given.community()
  const ann = await world.given.member(home, 'ann')
  const ben = await world.given.member(home, 'ben')
  await world.fireTimer()
  return { world, ...home, ann, ben }
}

const offered = async ({ world, communityId, ann, ben }: Setting) => {
  const requestId = await world.given.request(communityId, ann)
  await world.ok(ben, 'help.makeOffer', { communityId, requestId, message: '我下班后可以来' })
  return { communityId, requestId, offerId: ben.userId }
}

const accepted = async (setting: Setting) => {
  const at = await offered(setting)
  await setting.world.ok(setting.ann, 'help.acceptOffer', at)
  return at
}

export const SCENES: { [N in WriteName]: Arrange<N> } = {
  'community.create': async ({ world }) => {
    const user = world.person('founder')
    return {
      user,
      input: {
        preset: 'technology',
        name: '夜谈',
        purpose: '聊聊手上的活计',
        nickname: '阿澈',
        avatar: 'a5',
      },
      group: await world.groupProof(user, `group-${newKey()}`),
    }
  },
  'community.bindGroup': async ({ world, communityId, owner }) => ({
    user: owner,
    communityId,
    input: { communityId },
    group: await world.groupProof(owner, `group-${newKey()}`),
  }),
  'community.publishRules': async ({ world, communityId, owner }) => {
    const { rules } = await world.ok(owner, 'community.getRules', { communityId })
    return {
      user: owner,
      communityId,
      input: { communityId, basedOn: rules.version, items: ['有借有还，再借不难'] },
    }
  },
  'entry.apply': async ({ world, communityId }) => {
    const user = world.person('applicant')
    const door = await world.ok(user, 'entry.getDoor', { communityId })
    const answers = Object.fromEntries(
      door.questions
        .filter(({ required }) => required)
        .map(({ key, options }) => [key, options?.[0]?.value ?? '住在二号楼，平时喜欢做饭']),
    )
    return {
      user,
      communityId,
      input: {
        communityId,
        nickname: '小何',
        avatar: 'a6',
        skills: ['做饭'],
        answers,
        rulesVersion: door.rules.version,
      },
    }
  },
  'entry.decide': async ({ world, communityId, owner }) => {
    const applicant = await world.given.applicant(communityId, 'applicant')
    return {
      user: owner,
      communityId,
      input: {
        communityId,
        applicationId: `${communityId}:${applicant.userId}`,
        revision: 1,
        verdict: 'approve',
      },
    }
  },
  'entry.acceptRules': async ({ world, communityId, owner, ann }) => {
    const { rules } = await world.ok(owner, 'community.getRules', { communityId })
    const { version } = await world.ok(owner, 'community.publishRules', {
      communityId,
      basedOn: rules.version,
      items: ['说到做到'],
    })
    await world.fireTimer()
    return { user: ann, communityId, input: { communityId, version } }
  },
  'member.updateProfile': async ({ communityId, ann }) => ({
    user: ann,
    communityId,
    input: { communityId, nickname: '安安', avatar: 'a7', skills: ['缝纫'] },
  }),
  'member.appoint': async ({ communityId, owner, ann }) => ({
    user: owner,
    communityId,
    input: { communityId, memberId: `${communityId}:${ann.userId}`, role: 'moderator' },
  }),
  'help.postRequest': async ({ world, communityId, ann }) => {
    const { templates } = await world.ok(ann, 'help.listTemplates', { communityId })
    const form = templates[0]
    if (!form) throw new Error('no form')
    const answers = Object.fromEntries(
      form.fields
        .filter((field) => field.required && field.key !== 'deadline')
        .map((field) => [
          field.key,
          field.kind === 'multipleChoice'
            ? [field.options?.[0]?.value ?? '']
            : field.kind === 'number'
              ? (field.min ?? 1)
              : (field.options?.[0]?.value ?? '窗户漏风，想请教怎么处理'),
        ]),
    )
    return {
      user: ann,
      communityId,
      input: {
        communityId,
        templateKey: form.key,
        templateVersion: form.version,
        helpersNeeded: 1,
        answers: { ...answers, deadline: new Date(Date.now() + 36e6).toISOString() },
      },
    }
  },
  'help.makeOffer': async ({ world, communityId, ann, ben }) => ({
    user: ben,
    communityId,
    input: {
      communityId,
      requestId: await world.given.request(communityId, ann),
      message: '我有电钻，周末带过去',
    },
  }),
  'help.withdrawOffer': async (setting) => {
    const { communityId, requestId } = await accepted(setting)
    return {
      user: setting.ben,
      communityId,
      input: { communityId, requestId, reason: '临时要加班' },
    }
  },
  'help.declineOffer': async (setting) => ({
    user: setting.ann,
    communityId: setting.communityId,
    input: { ...(await offered(setting)), reason: '已经找到人了' },
  }),
  'help.acceptOffer': async (setting) => ({
    user: setting.ann,
    communityId: setting.communityId,
    input: await offered(setting),
  }),
  'help.markDone': async (setting) => {
    const { communityId, requestId } = await accepted(setting)
    return { user: setting.ben, communityId, input: { communityId, requestId } }
  },
  'help.confirmDone': async (setting) => ({
    user: setting.ann,
    communityId: setting.communityId,
    input: { ...(await accepted(setting)), thanks: '讲得清楚，窗户终于不漏风了' },
  }),
  'help.closeRequest': async (setting) => {
    const { communityId, requestId } = await offered(setting)
    return {
      user: setting.ann,
      communityId,
      input: { communityId, requestId, reason: '自己修好了' },
    }
  },
  'inbox.markRead': async (setting) => {
    await offered(setting)
    const { items } = await setting.world.ok(setting.ann, 'inbox.list', {})
    return {
      user: setting.ann,
      communityId: setting.communityId,
      input: { upTo: items[0]?.messageId ?? '' },
    }
  },
}
