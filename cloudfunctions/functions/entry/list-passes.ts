import { PASSES_SHOWN } from '../../../types/pass'
import { passStateOf } from '../../domain/entry/pass'
import { read } from '../../runtime/action'
import { mayIssuePasses } from './policy'

/** The newest passes of the community, with their codes: they are their owner's to hand on. */
export const listPasses = read('entry.listPasses', {
  fetch: ({ store, input: { communityId } }) =>
    store.find('passes', {
      where: { communityId },
      orderBy: ['order', 'desc'],
      limit: PASSES_SHOWN,
    }),
  allow: mayIssuePasses,
  reply: async ({ now }, found) => ({
    passes: found.map((pass) => ({
      code: pass._id,
      state: passStateOf(pass, now),
      until: pass.until.toISOString(),
      usedAt: pass.usedAt?.toISOString() ?? null,
    })),
  }),
})
