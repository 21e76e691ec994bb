import { View } from '@tarojs/components'
import { EVENT_KINDS, type EventKind } from '../../../../types/event-form'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { DateTimeField } from '../../../components/DateTimeField'
import { fieldId } from '../../../components/FormRenderer/scroll'
import { NumberField } from '../../../components/NumberField'
import { TextField } from '../../../components/TextField'
import { t } from '../../../i18n'
import { canChoosePlace, choosePlace } from '../../../platform/map'
import { withKind } from './kind-questions'
import type { EventFormState } from './use-event-form'

interface Props {
  form: EventFormState
  timeZone: string
}

const HOUR_MS = 3_600_000

/** What every event needs: kind, name, what it is about, when, where, how many. */
export function Basics({ form, timeZone }: Props) {
  const { value, change, errorOf } = form
  return (
    <>
      <ChoiceField
        required
        label={t('event.kind')}
        options={EVENT_KINDS.map((kind) => ({ value: kind, label: t(`event.kind_${kind}`) }))}
        value={value.kind}
        onChange={(kind) => change((before) => withKind(before, kind as EventKind))}
      />
      <View id={fieldId('title')}>
        <TextField
          required
          label={t('event.name')}
          placeholder={t('event.nameExample')}
          maxLength={30}
          value={value.title}
          error={errorOf('title')}
          onChange={(title) => change({ title }, 'title')}
        />
      </View>
      <View id={fieldId('about')}>
        <TextField
          required
          long
          label={t('event.aboutLabel')}
          placeholder={t('event.aboutExample')}
          maxLength={1000}
          value={value.about}
          error={errorOf('about')}
          onChange={(about) => change({ about }, 'about')}
        />
      </View>
      <Times form={form} timeZone={timeZone} />
      <Place form={form} />
      <View id={fieldId('capacity')}>
        <NumberField
          required
          label={t('event.capacity')}
          why={t('event.capacityWhy')}
          value={value.capacity === 0 ? '' : String(value.capacity)}
          error={errorOf('capacity')}
          onChange={(text) => change({ capacity: Number(text) }, 'capacity')}
          unit={t('event.guestsUnit')}
        />
      </View>
    </>
  )
}

/** Choosing the start proposes the usual: two hours long, sign-up until an hour before. */
function Times({ form: { value, change, errorOf }, timeZone }: Props) {
  function start(startsAt: string) {
    const at = Date.parse(startsAt)
    change(
      (before) => ({
        startsAt,
        endsAt:
          before.endsAt !== null && Date.parse(before.endsAt) > at
            ? before.endsAt
            : new Date(at + 2 * HOUR_MS).toISOString(),
        deadline:
          before.deadline !== null && Date.parse(before.deadline) <= at
            ? before.deadline
            : new Date(at - HOUR_MS).toISOString(),
      }),
      'startsAt',
      'endsAt',
      'deadline',
    )
  }
  return (
    <>
      <View id={fieldId('startsAt')}>
        <DateTimeField
          required
          label={t('event.startsAt')}
          value={value.startsAt}
          error={errorOf('startsAt')}
          onChange={start}
          timeZone={timeZone}
        />
      </View>
      <View id={fieldId('endsAt')}>
        <DateTimeField
          required
          quick={false}
          label={t('event.endsAt')}
          value={value.endsAt}
          error={errorOf('endsAt')}
          onChange={(endsAt) => change({ endsAt }, 'endsAt')}
          timeZone={timeZone}
        />
      </View>
      <View id={fieldId('deadline')}>
        <DateTimeField
          required
          quick={false}
          label={t('event.deadline')}
          why={t('event.deadlineWhy')}
          value={value.deadline}
          error={errorOf('deadline')}
          onChange={(deadline) => change({ deadline }, 'deadline')}
          timeZone={timeZone}
        />
      </View>
    </>
  )
}

function Place({ form: { value, change, errorOf } }: Pick<Props, 'form'>) {
  async function choose() {
    const place = await choosePlace()
    if (!place) return
    const { name, address, latitude, longitude } = place
    change(
      {
        placeName: name.slice(0, 40),
        address: address.slice(0, 80),
        position: { latitude, longitude },
      },
      'place',
    )
  }
  return (
    <View id={fieldId('place')}>
      <ChoiceField
        required
        label={t('event.mode')}
        options={(['onSite', 'online'] as const).map((mode) => ({
          value: mode,
          label: t(`event.mode_${mode}`),
        }))}
        value={value.mode}
        onChange={(mode) => change({ mode: mode === 'online' ? 'online' : 'onSite' }, 'place')}
      />
      {value.mode === 'online' ? (
        <TextField
          required
          label={t('event.how')}
          why={t('event.howWhy')}
          placeholder={t('event.howExample')}
          maxLength={120}
          value={value.how}
          error={errorOf('place')}
          onChange={(how) => change({ how }, 'place')}
        />
      ) : (
        <>
          {canChoosePlace && (
            <View className="event-edit__map">
              <Button small kind="secondary" icon="map" onClick={() => void choose()}>
                {t('event.choosePlace')}
              </Button>
            </View>
          )}
          <TextField
            required
            label={t('event.placeName')}
            placeholder={t('event.placeExample')}
            maxLength={40}
            value={value.placeName}
            error={errorOf('place')}
            onChange={(placeName) => change({ placeName, position: null }, 'place')}
          />
          <TextField
            label={t('event.address')}
            placeholder={t('event.addressExample')}
            maxLength={80}
            value={value.address}
            onChange={(address) => change({ address })}
          />
        </>
      )}
    </View>
  )
}
