import { serve } from '../../runtime/serve'
import { countUnread } from './count-unread'
import { getReminders } from './get-reminders'
import { grantReminders } from './grant-reminders'
import { list } from './list'
import { markRead } from './mark-read'

export const main = serve('inbox', { list, countUnread, markRead, getReminders, grantReminders })
