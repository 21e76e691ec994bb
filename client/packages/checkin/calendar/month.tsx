import { View } from '@tarojs/components'
import type { CheckInCalendar } from '../../../../types/checkin'
import { spoken } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import { Icon } from '../../../components/Icon'
import { t } from '../../../i18n'
import { dayInWords, monthBeside, monthInWords } from '../../../i18n/day'
import { weeksOf } from './grid'

type Days = CheckInCalendar['days']

interface Props {
  month: string
  calendar: CheckInCalendar
  /** null while they are on their way. */
  days: Days | null
  onMonth: (month: string) => void
  onMissed: (day: string) => void
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** A month on one sheet: days in a row are joined by a band, what may be made up for is tapped. */
export function Month({ month, calendar, days, onMonth, onMissed }: Props) {
  const { today, memberSince } = calendar
  const kinds = new Map((days ?? []).map(({ day, kind }) => [day, kind]))
  const isFirst = month <= memberSince.slice(0, 7)
  const isLast = month >= today.slice(0, 7)
  return (
    <View className="month">
      <View className="month__head">
        <Turn
          icon="back"
          label={t('checkin.before')}
          isOff={isFirst}
          onClick={() => onMonth(monthBeside(month, -1))}
        />
        <View className="month__name" {...spoken({ live: 'polite' })}>
          {monthInWords(month)}
        </View>
        <Turn
          icon="next"
          label={t('checkin.after')}
          isOff={isLast}
          onClick={() => onMonth(monthBeside(month, 1))}
        />
      </View>
      <View className="month__week" {...spoken({ hidden: true })}>
        {WEEKDAYS.map((name) => (
          <View key={name} className="month__weekday">
            {t(`checkin.${name}`)}
          </View>
        ))}
      </View>
      <View className={cx('month__days', days === null && 'month__days--coming')}>
        {weeksOf(month).map((week, row) => (
          <View key={week.find(Boolean) ?? row} className="month__week">
            {week.map((day, column) => (
              <Cell
                key={day ?? `none-${column}`}
                day={day}
                kind={day === null ? undefined : kinds.get(day)}
                isJoined={joins(kinds, week, column)}
                isToday={day === today}
                isMissed={day !== null && calendar.makeUp.days.includes(day)}
                onMissed={onMissed}
              />
            ))}
          </View>
        ))}
      </View>
      <View className="month__keys">
        <Key look="onTime" text={t('checkin.keyDone')} />
        <Key look="madeUp" text={t('checkin.keyMadeUp')} />
        <Key look="missed" text={t('checkin.keyMissed')} />
        <View className="month__count">{t('checkin.monthCount', { count: kinds.size })}</View>
      </View>
    </View>
  )
}

/** Whether the day of a column and the one after it in the same week are both done. */
function joins(
  kinds: ReadonlyMap<string, unknown>,
  week: readonly (string | null)[],
  column: number,
) {
  const [day, next] = [week[column], week[column + 1]]
  return Boolean(day && next && kinds.has(day) && kinds.has(next))
}

interface TurnProps {
  icon: 'back' | 'next'
  label: string
  isOff: boolean
  onClick: () => void
}

function Turn({ icon, label, isOff, onClick }: TurnProps) {
  return (
    <View
      className={cx('month__turn', isOff && 'month__turn--off')}
      {...(isOff ? {} : { onClick })}
      {...spoken({ role: 'button', label, disabled: isOff, focusable: true })}
    >
      <Icon name={icon} />
    </View>
  )
}

interface CellProps {
  day: string | null
  kind: Days[number]['kind'] | undefined
  isJoined: boolean
  isToday: boolean
  isMissed: boolean
  onMissed: (day: string) => void
}

function Cell({ day, kind, isJoined, isToday, isMissed, onMissed }: CellProps) {
  if (day === null) return <View className="month__cell" {...spoken({ hidden: true })} />
  const words = dayInWords(day)
  const label =
    kind === 'onTime'
      ? t('checkin.dayDone', { day: words })
      : kind === 'madeUp'
        ? t('checkin.dayMadeUp', { day: words })
        : isMissed
          ? t('checkin.dayMissedCan', { day: words })
          : t('checkin.dayPlain', { day: words })
  return (
    <View
      className={cx('month__cell', isJoined && 'month__cell--joined')}
      {...(isMissed ? { onClick: () => onMissed(day) } : {})}
      {...spoken(isMissed ? { role: 'button', label, focusable: true } : { role: 'img', label })}
    >
      <View
        className={cx(
          'month__day',
          kind && `month__day--${kind}`,
          isMissed && 'month__day--missed',
          isToday && 'month__day--today',
        )}
      >
        {Number(day.slice(8))}
      </View>
    </View>
  )
}

function Key({ look, text }: { look: string; text: string }) {
  return (
    <View className="month__key">
      <View className={`month__mark month__day--${look}`} {...spoken({ hidden: true })} />
      {text}
    </View>
  )
}
