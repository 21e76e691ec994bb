import type { PresetKey } from '../../../types/community'
import { bargain } from './bargain'
import { carOwners } from './car-owners'
import { founders } from './founders'
import { generic } from './generic'
import { homestay } from './homestay'
import { neighbourhood } from './neighbourhood'
import type { Preset } from './preset'
import { reading } from './reading'
import { technology } from './technology'

/** Total over the keys of the contract: a key without a preset does not compile. */
export const PRESETS_BY_KEY: { readonly [K in PresetKey]: Preset } = {
  neighbourhood,
  technology,
  founders,
  bargain,
  reading,
  homestay,
  carOwners,
  generic,
}
