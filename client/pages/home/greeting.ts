import type { MessageKey } from '../../i18n'
import { atZone } from '../../i18n/time'

type Greeting = Extract<
  MessageKey,
  'home.morning' | 'home.noon' | 'home.afternoon' | 'home.evening' | 'home.night'
>

/** How one greets at this hour of the community's clock. */
export function greetingAt(now: Date, timeZone: string): Greeting {
  const hour = atZone(now.toISOString(), timeZone).hour()
  if (hour < 5 || hour >= 23) return 'home.night'
  if (hour < 11) return 'home.morning'
  if (hour < 14) return 'home.noon'
  return hour < 18 ? 'home.afternoon' : 'home.evening'
}
