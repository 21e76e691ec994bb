import type { ItemKind } from '../../../../types/store'
import type { IconName } from '../../../components/Icon'

export const KIND_ICONS: Record<ItemKind, IconName> = {
  code: 'lock',
  pickup: 'place',
  shipped: 'package',
  privilege: 'star',
  resource: 'book',
}
