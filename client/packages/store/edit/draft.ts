import type { CallInput } from '../../../../types/contract'
import {
  type ItemDetail,
  type ItemKind,
  LIMIT_EACH_MAX,
  PRICE_MAX,
  type Privilege,
  STOCK_MAX,
} from '../../../../types/store'
import { t } from '../../../i18n'

/** The form as it is typed: numbers are texts until they are sent. */
export type ItemDraft = {
  kind: ItemKind
  name: string
  about: string
  price: string
  stock: string
  limitEach: string
  levelNeeded: number
  privilege: Privilege
  opensAt: string | null
  closesAt: string | null
  pickupWhere: string
  secret: string
  shown: boolean
  picture: string | null
}

export const NEW_ITEM: ItemDraft = {
  kind: 'pickup',
  name: '',
  about: '',
  price: '',
  stock: '',
  limitEach: '1',
  levelNeeded: 0,
  privilege: 'makeUpCard',
  opensAt: null,
  closesAt: null,
  pickupWhere: '',
  secret: '',
  shown: true,
  picture: null,
}

const textOf = (number: number | null) => (number === null ? '' : String(number))

export const draftOf = (item: ItemDetail): ItemDraft => ({
  kind: item.kind,
  name: item.name,
  about: item.about,
  price: textOf(item.price),
  stock: textOf(item.stock),
  limitEach: textOf(item.limitEach),
  levelNeeded: item.levelNeeded?.rank ?? 0,
  privilege: item.privilege ?? 'makeUpCard',
  opensAt: item.opensAt,
  closesAt: item.closesAt,
  pickupWhere: item.pickupWhere,
  secret: '',
  shown: item.shown,
  picture: item.pictureId,
})

export type Mistakes = { readonly [K in keyof ItemDraft]?: string }

const isWhole = (text: string, min: number, max: number) =>
  /^\d{1,6}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max

/** What is to be mended, by field, in sentences. */
export function mistakesIn(draft: ItemDraft, isNew: boolean): Mistakes {
  const { kind, name, price, stock, limitEach, opensAt, closesAt, pickupWhere, secret } = draft
  const found: { [K in keyof ItemDraft]?: string } = {}
  const number = (field: 'price' | 'stock' | 'limitEach', min: number, max: number) => {
    found[field] = t('store.bad_number', { min, max })
  }
  if (name.trim().length < 2) found.name = t('store.bad_short', { min: 2 })
  if (!isWhole(price, 1, PRICE_MAX)) number('price', 1, PRICE_MAX)
  if (stock !== '' && !isWhole(stock, 0, STOCK_MAX)) number('stock', 0, STOCK_MAX)
  if (limitEach !== '' && !isWhole(limitEach, 1, LIMIT_EACH_MAX))
    number('limitEach', 1, LIMIT_EACH_MAX)
  if (opensAt && closesAt && closesAt <= opensAt) found.closesAt = t('store.bad_times')
  if (kind === 'pickup' && pickupWhere.trim().length < 2) {
    found.pickupWhere = t('store.bad_short', { min: 2 })
  }
  if (kind === 'resource' && isNew && secret.trim() === '') {
    found.secret = t('store.bad_short', { min: 1 })
  }
  return found
}

const numberOf = (text: string) => (text.trim() === '' ? null : Number(text))

/** What is sent of a form without mistakes. */
export function inputOf(
  draft: ItemDraft,
  place: Pick<CallInput<'store.saveItem'>, 'communityId' | 'itemId' | 'revision'>,
): CallInput<'store.saveItem'> {
  const { kind, secret } = draft
  return {
    ...place,
    kind,
    name: draft.name.trim(),
    about: draft.about.trim(),
    price: Number(draft.price),
    stock: numberOf(draft.stock),
    limitEach: numberOf(draft.limitEach),
    levelNeeded: draft.levelNeeded,
    privilege: draft.privilege,
    opensAt: draft.opensAt,
    closesAt: draft.closesAt,
    pickupWhere: draft.pickupWhere.trim(),
    shown: draft.shown,
    picture: draft.picture,
    ...(kind === 'resource' && secret.trim() !== '' ? { secret: secret.trim() } : {}),
  }
}
