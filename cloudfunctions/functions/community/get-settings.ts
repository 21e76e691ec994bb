import { read } from '../../runtime/action'
import { mayEditCommunity } from './policy'

/** What of the community its admins may change, as it stands. */
export const getSettings = read('community.getSettings', {
  allow: mayEditCommunity,
  reply: async ({ actor: { community } }) => {
    const { name, purpose, welcome, questions, questionsVersion } = community
    return { name, purpose, welcome, questions, questionsVersion }
  },
})
