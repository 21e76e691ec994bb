import { read } from '../../runtime/action'
import { anyMember, mayPublishRules } from './policy'

/** The current rules, and whether this member has accepted them. */
export const getRules = read('community.getRules', {
  allow: anyMember,
  reply: async ({ actor }) => {
    const { publishedAt, ...rules } = actor.community.rules
    return {
      rules,
      publishedAt: publishedAt.toISOString(),
      accepted: actor.member.rulesVersion >= rules.version,
      mayPublish: mayPublishRules(actor),
    }
  },
})
