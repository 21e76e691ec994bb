import type { ChallengeCard } from '../../../../types/challenge'
import type { Tone } from '../../../components/tone'
import { t } from '../../../i18n'
import { dayInWords } from '../../../i18n/day'

type Dated = Pick<ChallengeCard, 'firstDay' | 'lastDay' | 'phase' | 'today'>

/** What a step on a challenge changes elsewhere. */
export const CHANGED_BY_CHALLENGES = ['challenge.', 'recognition.get'] as const

/** From when to when: 11 月 21 日—11 月 27 日. */
export const periodOf = ({ firstDay, lastDay }: Dated): string =>
  t('recognition.period', { from: dayInWords(firstDay), to: dayInWords(lastDay) })

/** How many days I wrote, of those it takes. */
export const daysOf = (days: number, needed: number): string =>
  t(days > needed ? 'recognition.myDaysMore' : 'recognition.myDays', { days, needed })

/** Days are texts of the community's calendar: the difference needs no clock. */
const daysTo = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** How it stands, in a word. */
export function phaseTag({ phase, firstDay, lastDay, today }: Dated): { tone: Tone; text: string } {
  switch (phase) {
    case 'upcoming':
      return { tone: 'indigo', text: t('recognition.startsIn', { days: daysTo(today, firstDay) }) }
    case 'running':
      return { tone: 'jade', text: t('recognition.daysLeft', { days: daysTo(today, lastDay) + 1 }) }
    case 'settling':
      return { tone: 'amber', text: t('recognition.phase_settling') }
    case 'settled':
      return { tone: 'ink', text: t('recognition.phase_settled') }
    case 'cancelled':
      return { tone: 'ink', text: t('recognition.phase_cancelled') }
  }
}
