import { other } from '../../../cloudfunctions/domain/presets/templates/other'
import { draftOf } from '../../../types/definition'
import { accepted, offered, silent, standing, thanked } from './setting'
import type { CallsOf } from './shape'

export const helpCalls: CallsOf<'help'> = {
  inputs: ({ owner, requestId, standingId }) => ({
    'help.listTemplates': {},
    'help.listDefinitions': {},
    'help.publishTemplate': { key: 'other', basedOn: 1, draft: draftOf(other) },
    'help.arrangeTemplates': { basedOn: 1, items: [{ key: 'other', enabled: false }] },
    'help.postRequest': {
      templateKey: 'knowledge',
      templateVersion: 1,
      helpersNeeded: 1,
      answers: {},
    },
    'help.listRequests': { view: 'open' },
    'help.getRequest': { requestId },
    'help.openCard': { requestId },
    'help.makeOffer': { requestId, message: '我来看看' },
    'help.withdrawOffer': { requestId, reason: '临时有事' },
    'help.declineOffer': { requestId, offerId: owner.userId, reason: '已经有人了' },
    'help.acceptOffer': { requestId, offerId: owner.userId },
    'help.markDone': { requestId },
    'help.confirmDone': { requestId, offerId: owner.userId, thanks: '多谢多谢' },
    'help.closeRequest': { requestId, reason: '不需要了' },
    'help.listThanks': {},
    'help.replaceHelper': { requestId, offerId: owner.userId },
    'help.rateHelp': { requestId, offerId: owner.userId, score: 'warm', points: ['onTime'] },
    'help.listThread': { requestId },
    'help.sendToThread': { requestId, words: '明天晚上八点可以吗？' },
    'help.markThreadSeen': { requestId },
    'help.reportMessage': { requestId, messageId: '0'.repeat(26) },
    'help.listStanding': {},
    'help.getStanding': { standingId },
    'help.postStanding': { kind: 'skill', title: '会修自行车', details: '' },
    'help.editStanding': { standingId, kind: 'skill', title: '会修自行车', details: '' },
    'help.setStandingState': { standingId, state: 'paused' },
  }),
  scenes: {
    'help.openCard': async ({ world, communityId, ann, ben }) => {
      const requestId = await world.given.request(communityId, ann, { helpersNeeded: 3 })
      return { user: ben, communityId, input: { communityId, requestId } }
    },
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
    'help.publishTemplate': async ({ world, communityId, owner }) => {
      const { items } = await world.ok(owner, 'help.listDefinitions', { communityId })
      const [item] = items
      if (!item) throw new Error('no form')
      const { key, version } = item.template
      return {
        user: owner,
        communityId,
        input: { communityId, key, basedOn: version, draft: draftOf(item.template) },
      }
    },
    'help.arrangeTemplates': async ({ world, communityId, owner }) => {
      const { arrangement, items } = await world.ok(owner, 'help.listDefinitions', { communityId })
      return {
        user: owner,
        communityId,
        input: {
          communityId,
          basedOn: arrangement,
          items: items.map(({ template: { key }, enabled }) => ({ key, enabled })).reverse(),
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
    'help.replaceHelper': async (setting) => ({
      user: setting.ann,
      communityId: setting.communityId,
      input: await silent(setting),
    }),
    'help.rateHelp': async (setting) => {
      const at = await thanked(setting)
      await setting.world.ok(setting.ben, 'help.rateHelp', { ...at, score: 'warm', points: [] })
      return {
        user: setting.ann,
        communityId: setting.communityId,
        input: { ...at, score: 'fine', points: ['onTime', 'clear'] },
      }
    },
    'help.sendToThread': async (setting) => {
      const { communityId, requestId } = await accepted(setting)
      const input = { communityId, requestId, words: '明天晚上八点可以吗？' }
      return { user: setting.ben, communityId, input }
    },
    'help.markThreadSeen': async (setting) => {
      const { communityId, requestId } = await accepted(setting)
      const words = '我八点到楼下'
      await setting.world.ok(setting.ben, 'help.sendToThread', { communityId, requestId, words })
      return { user: setting.ann, communityId, input: { communityId, requestId } }
    },
    'help.reportMessage': async (setting) => {
      const { communityId, requestId } = await accepted(setting)
      const about = { communityId, requestId }
      const sent = { ...about, words: '我八点到楼下' }
      const { messageId } = await setting.world.ok(setting.ben, 'help.sendToThread', sent)
      await setting.world.fireTimer()
      return { user: setting.ann, communityId, input: { ...about, messageId } }
    },
    'help.postStanding': async ({ world, communityId, owner }) => {
      const user = await world.given.member({ communityId, owner }, 'offerer')
      const input = { communityId, kind: 'skill' as const, title: '会修自行车', details: '' }
      return { user, communityId, input }
    },
    'help.editStanding': async (setting) => {
      const { user, at } = await standing(setting)
      const input = { ...at, kind: 'tool' as const, title: '电钻可以借', details: '' }
      return { user, communityId: setting.communityId, input }
    },
    'help.setStandingState': async (setting) => {
      const { user, at } = await standing(setting)
      return { user, communityId: setting.communityId, input: { ...at, state: 'removed' } }
    },
  },
  reads: {
    'help.listDefinitions': ({ owner, communityId }) => ({ user: owner, input: { communityId } }),
    'help.listTemplates': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'help.listRequests': ({ ben, communityId }) => ({
      user: ben,
      input: { communityId, view: 'open' },
    }),
    'help.getRequest': ({ ann, communityId, requestId }) => ({
      user: ann,
      input: { communityId, requestId },
    }),
    'help.listThanks': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'help.listThread': ({ ann, communityId, requestId }) => ({
      user: ann,
      input: { communityId, requestId },
    }),
    'help.listStanding': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'help.getStanding': ({ ann, communityId, standingId }) => ({
      user: ann,
      input: { communityId, standingId },
    }),
  },
}
