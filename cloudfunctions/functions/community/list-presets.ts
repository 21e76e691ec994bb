import { PRESETS } from '../../../types/community'
import { read } from '../../runtime/action'
import { anybody } from './policy'
import { presetOf } from './present'

/** What a community can be made from. */
export const listPresets = read('community.listPresets', {
  allow: anybody,
  reply: async () => ({ presets: PRESETS.map(presetOf) }),
})
