import { offered } from './setting'
import type { CallsOf } from './shape'

export const inboxCalls: CallsOf<'inbox'> = {
  inputs: () => ({
    'inbox.list': {},
    'inbox.countUnread': {},
    'inbox.markRead': { upTo: '0'.repeat(26) },
  }),
  scenes: {
    'inbox.markRead': async (setting) => {
      await offered(setting)
      const { items } = await setting.world.ok(setting.ann, 'inbox.list', {})
      return {
        user: setting.ann,
        communityId: setting.communityId,
        input: { upTo: items[0]?.messageId ?? '' },
      }
    },
  },
  reads: {
    'inbox.list': ({ ann }) => ({ user: ann, input: {} }),
    'inbox.countUnread': ({ ann }) => ({ user: ann, input: {} }),
  },
}
