import type { Template } from '../../../../types/template'
import { carpool } from './carpool'
import { collaboration } from './collaboration'
import { emergency } from './emergency'
import { knowledge } from './knowledge'
import { life } from './life'
import { mentoring } from './mentoring'
import { other } from './other'
import { referral } from './referral'
import { shopping } from './shopping'

/** The forms the app brings (B2), in their own words; presets choose among them and adapt them. */
export const BUILT_IN_TEMPLATES: readonly Template[] = [
  knowledge,
  referral,
  emergency,
  life,
  shopping,
  collaboration,
  mentoring,
  carpool,
  other,
]
