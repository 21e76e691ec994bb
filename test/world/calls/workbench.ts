import type { CallsOf } from './shape'

export const workbenchCalls: CallsOf<'workbench'> = {
  inputs: () => ({ 'workbench.list': {} }),
  scenes: {},
  reads: {
    'workbench.list': ({ owner, communityId }) => ({ user: owner, input: { communityId } }),
  },
}
