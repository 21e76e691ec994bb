import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { RequestDetail } from '../../../../types/help-views'
import { spoken } from '../../../components/a11y'
import { Quote } from '../../../components/Quote'
import { t } from '../../../i18n'
import { byWhen } from '../../../i18n/by-when'
import { inFull, left } from '../../../i18n/time'

type Field = RequestDetail['fields'][number]

interface Props {
  request: RequestDetail
  timeZone: string
}

/**
 * What was written on the form, by its definition. What exactly stands in the page's title already,
 * and the words of thanks are said at the end, in the requester's own voice.
 */
export function Answers({ request, timeZone }: Props) {
  const { fields, title } = request
  const thanks = thanksOf(request)
  const shown = fields.filter(
    ({ key, value }) => key !== 'thanks' && !(key === 'what' && value === title),
  )
  return (
    <View className="request-answers">
      {shown.map((field) => (
        <Answer key={field.key} field={field} timeZone={timeZone} />
      ))}
      {thanks && (
        <View className="request-answer">
          <View className="request-answer__label">{t('help.wordsOfThanks')}</View>
          <Quote words={thanks} />
        </View>
      )}
    </View>
  )
}

function Answer({ field, timeZone }: { field: Field; timeZone: string }) {
  const more = exactly(field, timeZone)
  return (
    <View className="request-answer">
      <View className="request-answer__label">{field.label}</View>
      {field.addresses ? (
        <Pictures label={field.label} addresses={field.addresses} />
      ) : (
        <View className="request-answer__value">{inWords(field, timeZone)}</View>
      )}
      {more && <View className="request-answer__more">{more}</View>}
      {field.reviewersOnly && (
        <View className="request-answer__more">{t('help.onlyReviewers')}</View>
      )}
    </View>
  )
}

/** Small in a row; a tap shows each whole. */
function Pictures({ label, addresses }: { label: string; addresses: readonly string[] }) {
  return (
    <View className="request-pictures">
      {addresses.map((address, index) => (
        <View
          key={address}
          className="request-pictures__one"
          onClick={() => void Taro.previewImage({ urls: [...addresses], current: address })}
          {...spoken({
            role: 'button',
            label: `${label} ${t('common.pictureNumber', { number: index + 1 })}`,
            focusable: true,
          })}
        >
          <Image className="request-pictures__image" src={address} mode="aspectFill" />
        </View>
      ))}
    </View>
  )
}

/** The requester's own words of thanks, which the confirmation begins with. */
export function thanksOf({ fields }: Pick<RequestDetail, 'fields'>): string {
  const value = fields.find(({ key }) => key === 'thanks')?.value
  return typeof value === 'string' ? value : ''
}

function inWords({ kind, value, unit, options = [] }: Field, timeZone: string): string {
  const labelOf = (choice: string) =>
    options.find((option) => option.value === choice)?.label ?? choice
  if (Array.isArray(value)) return value.map(labelOf).join(t('help.comma'))
  if (typeof value === 'number') return unit ? `${value} ${unit}` : String(value)
  if (kind === 'dateTime') return byWhen(value, timeZone)
  return kind === 'singleChoice' ? labelOf(value) : value
}

/** Below 周六 20:00 前 the date and what is left: 11 月 24 日 20:00 · 还剩 3 天. */
function exactly({ kind, value }: Field, timeZone: string): string {
  if (kind !== 'dateTime' || typeof value !== 'string') return ''
  const date = inFull(value, timeZone)
  const unsaid = [date, left(value, timeZone)].filter(
    (words) => !byWhen(value, timeZone).includes(date) || !words.includes(date),
  )
  return unsaid.join(' · ')
}
