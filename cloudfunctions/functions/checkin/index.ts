import { serve } from '../../runtime/serve'
import { checkIn } from './check-in'
import { getCalendar } from './get-calendar'
import { getToday } from './get-today'
import { makeUp } from './make-up'

export const main = serve('checkin', { getToday, getCalendar, checkIn, makeUp })
