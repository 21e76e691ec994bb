import type { CallsOf } from './shape'

export const auditCalls: CallsOf<'audit'> = {
  inputs: () => ({
    'audit.list': {},
    'audit.verify': { from: 1 },
  }),
  scenes: {},
  reads: {
    'audit.list': ({ owner, communityId }) => ({ user: owner, input: { communityId } }),
    'audit.verify': ({ owner, communityId }) => ({ user: owner, input: { communityId, from: 1 } }),
  },
}
