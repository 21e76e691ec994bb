import { offered } from './setting'
import type { CallsOf } from './shape'

export const inboxCalls: CallsOf<'inbox'> = {
  inputs: () => ({
    'inbox.list': {},
    'inbox.countUnread': {},
    'inbox.markRead': { upTo: '0'.repeat(26) },
    'inbox.getReminders': {},
    'inbox.grantReminders': { topics: ['help'] },
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
    'inbox.grantReminders': async ({ ann, communityId }) => ({
      user: ann,
      communityId,
      input: { topics: ['help', 'deadline'] },
    }),
  },
  reads: {
    'inbox.list': ({ ann }) => ({ user: ann, input: {} }),
    'inbox.countUnread': ({ ann }) => ({ user: ann, input: {} }),
    'inbox.getReminders': ({ ann }) => ({ user: ann, input: {} }),
  },
}
