import { LIMIT_EACH_MAX, PRIVILEGES, STOCK_MAX } from '../../../../types/store'
import { ChoiceField } from '../../../components/ChoiceField'
import { DateTimeField } from '../../../components/DateTimeField'
import { ImagesField } from '../../../components/ImagesField'
import type { Album } from '../../../components/ImagesField/use-uploads'
import { TextField } from '../../../components/TextField'
import { t } from '../../../i18n'
import type { ItemDraft, Mistakes } from './draft'

interface Props {
  value: ItemDraft
  mistakes: Mistakes
  timeZone: string
  /** Where a picture goes; undefined until the phone knows who it is. */
  album: Album | undefined
  onUploading: (count: number) => void
  onChange: (part: Partial<ItemDraft> | ((before: ItemDraft) => Partial<ItemDraft>)) => void
  /** Of what is sold already some things stay. */
  isNew: boolean
  /** The names of the community's levels, the first first. */
  levels: readonly string[]
}

const NUMBER_MAX = 6

/** What is written of an item; what its kind does not need is not asked. */
export function Fields(props: Props) {
  const { value, mistakes, timeZone, album, onUploading, isNew, levels, onChange } = props
  const { kind } = value
  const number = (field: 'price' | 'stock' | 'limitEach') => ({
    value: value[field],
    error: mistakes[field],
    placeholder: t('store.numberExample'),
    maxLength: NUMBER_MAX,
    onChange: (text: string) => onChange({ [field]: text }),
  })
  return (
    <>
      <TextField
        label={t('store.name')}
        placeholder={t('store.nameExample')}
        maxLength={30}
        value={value.name}
        error={mistakes.name}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        long
        required={false}
        label={t('store.about')}
        placeholder={t('store.aboutExample')}
        maxLength={500}
        value={value.about}
        onChange={(about) => onChange({ about })}
      />
      {album && (
        <ImagesField
          required={false}
          label={t('store.picture')}
          why={t('store.pictureWhy')}
          value={value.picture === null ? [] : [value.picture]}
          error={mistakes.picture}
          max={1}
          album={album}
          onChange={(make) =>
            onChange((before) => ({
              picture: make(before.picture === null ? [] : [before.picture])[0] ?? null,
            }))
          }
          onUploading={onUploading}
        />
      )}
      <TextField label={t('store.priceLabel')} {...number('price')} />
      {kind !== 'code' && (
        <TextField
          required={false}
          label={t('store.stockLabel')}
          why={t('store.stockWhy', { max: STOCK_MAX })}
          {...number('stock')}
        />
      )}
      <TextField
        required={false}
        label={t('store.limitLabel')}
        why={t('store.limitWhy', { max: LIMIT_EACH_MAX })}
        {...number('limitEach')}
      />
      {levels.length > 0 && (
        <ChoiceField
          label={t('store.levelLabel')}
          why={t('store.levelWhy')}
          options={levels.map((name, rank) => ({
            value: String(rank),
            label: rank === 0 ? t('store.levelAny') : name,
          }))}
          value={String(value.levelNeeded)}
          onChange={(rank) => onChange({ levelNeeded: Number(rank) })}
        />
      )}
      {kind === 'privilege' && isNew && (
        <ChoiceField
          look="rows"
          label={t('store.privilegeLabel')}
          options={PRIVILEGES.map((one) => ({ value: one, label: t(`store.privilege_${one}`) }))}
          value={value.privilege}
          onChange={(chosen) =>
            onChange({ privilege: PRIVILEGES.find((one) => one === chosen) ?? 'makeUpCard' })
          }
        />
      )}
      {kind === 'pickup' && (
        <TextField
          long
          label={t('store.whereLabel')}
          placeholder={t('store.whereExample')}
          maxLength={100}
          value={value.pickupWhere}
          error={mistakes.pickupWhere}
          onChange={(pickupWhere) => onChange({ pickupWhere })}
        />
      )}
      {kind === 'resource' && (
        <TextField
          long
          label={t('store.secretLabel')}
          why={t('store.secretWhy')}
          placeholder={t('store.secretExample')}
          maxLength={1000}
          value={value.secret}
          error={mistakes.secret}
          onChange={(secret) => onChange({ secret })}
        />
      )}
      <DateTimeField
        required={false}
        quick={false}
        label={t('store.opensLabel')}
        timeZone={timeZone}
        value={value.opensAt}
        onChange={(opensAt) => onChange({ opensAt })}
      />
      <DateTimeField
        required={false}
        quick={false}
        label={t('store.closesLabel')}
        timeZone={timeZone}
        value={value.closesAt}
        error={mistakes.closesAt}
        onChange={(closesAt) => onChange({ closesAt })}
      />
      <ChoiceField
        look="rows"
        label={t('store.show')}
        options={[
          { value: 'yes', label: t('store.show_yes') },
          { value: 'no', label: t('store.show_no') },
        ]}
        value={value.shown ? 'yes' : 'no'}
        onChange={(choice) => onChange({ shown: choice === 'yes' })}
      />
    </>
  )
}
