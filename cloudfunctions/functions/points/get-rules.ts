import { rulesOf } from '../../domain/ledger/rules'
import { read } from '../../runtime/action'
import { anyMember, mayManage } from './policy'

/** What earns how much, with the caps, as published. */
export const getRules = read('points.getRules', {
  allow: anyMember,
  reply: async ({ actor }) => ({ rules: rulesOf(actor.community), mayPublish: mayManage(actor) }),
})
