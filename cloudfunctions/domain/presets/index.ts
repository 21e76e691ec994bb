import type { PresetKey } from '../../../types/community'
import { neighbourhood } from './neighbourhood'
import type { Preset } from './preset'
import { technology } from './technology'

/** Total over the keys of the contract: a key without a preset does not compile. */
export const PRESETS_BY_KEY: { readonly [K in PresetKey]: Preset } = { neighbourhood, technology }
