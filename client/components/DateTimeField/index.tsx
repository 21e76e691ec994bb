import { Picker, View } from '@tarojs/components'
import { t } from '../../i18n'
import { quickTimes } from '../../i18n/quick-times'
import { atZone, fromZone, inFull } from '../../i18n/time'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Field, type FieldProps } from '../Field'
import { Icon } from '../Icon'
import './index.scss'

interface Props extends FieldProps {
  /** An instant, ISO 8601 in UTC, or null. */
  value: string | null
  onChange: (value: string) => void
  /** The community's time zone: what is shown and chosen is its clock. */
  timeZone: string
  /** Offers 今晚 20:00 and the like, for times ahead. */
  quick?: boolean
}

const DEFAULT_HOUR = '20:00'

/** A day and a time of the community's clock: first the usual answers, then any other. */
export function DateTimeField({ value, onChange, timeZone, quick = true, ...field }: Props) {
  const now = new Date().toISOString()
  const shown = value === null ? null : atZone(value, timeZone)
  const today = atZone(now, timeZone).format('YYYY-MM-DD')
  const date = shown?.format('YYYY-MM-DD') ?? ''
  const time = shown?.format('HH:mm') ?? ''
  const dateText = shown ? inFull(value as string, timeZone, 'day') : t('common.pickDate')
  const timeText = time || t('common.pickTime')
  const choose = (day: string, hour: string) => onChange(fromZone(day, hour, timeZone))
  return (
    <Field {...field}>
      {quick && (
        <View className="hz-when__quick">
          {quickTimes(now, timeZone).map((option) => (
            <View
              key={option.value}
              className={cx('hz-when__chip', option.value === value && 'hz-when__chip--on')}
              onClick={() => onChange(option.value)}
              {...spoken({ role: 'button', label: option.label, focusable: true })}
            >
              {option.label}
            </View>
          ))}
        </View>
      )}
      <View className="hz-when">
        <Picker
          className="hz-when__picker"
          name="date"
          mode="date"
          value={date || today}
          start={today}
          onChange={(event) => choose(event.detail.value, time || DEFAULT_HOUR)}
        >
          <View
            className={cx('hz-input', 'hz-when__box', !date && 'hz-when__box--empty')}
            {...spoken({ role: 'button', label: `${field.label} ${dateText}` })}
          >
            <Icon name="calendar" className="hz-when__icon" />
            {dateText}
          </View>
        </Picker>
        <Picker
          className="hz-when__picker"
          name="time"
          mode="time"
          value={time || DEFAULT_HOUR}
          onChange={(event) => choose(date || today, event.detail.value)}
        >
          <View
            className={cx('hz-input', 'hz-when__box', !time && 'hz-when__box--empty')}
            {...spoken({ role: 'button', label: `${field.label} ${timeText}` })}
          >
            <Icon name="clock" className="hz-when__icon" />
            {timeText}
          </View>
        </Picker>
      </View>
    </Field>
  )
}
