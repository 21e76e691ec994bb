import { has } from '../../domain/duties'
import { eventRulesOf } from '../../domain/events/no-show'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'

/** Publishes what no-shows lead to; it holds from now on, for no-shows of before too. Refuses `event_rules_outdated`. */
export const publishRules = write('event.publishRules', {
  load: async ({ tx, actor }) => ({
    community: (await tx.get('communities', actor.community._id)) ?? refuse('not_found'),
  }),
  allow: ({ member }) => has(member.role, 'publishRules'),
  act: async ({ tx, input: { basedOn, noShow }, audit }, { community }) => {
    const current = eventRulesOf(community).version
    if (basedOn !== current) return refuse('event_rules_outdated', { version: current })
    const version = current + 1
    await tx.put('communities', { ...community, events: { version, noShow } })
    audit({ action: 'event_rules_published', subject: community._id, params: { version } })
    return { version }
  },
})
