import { HISTORY_MAX } from '../../../types/entry'
import type { ApplicationDoc, ApplicationEvent } from '../../db/documents'

/** The history with what just happened, the oldest forgotten when there is no room. */
export const lengthened = (
  { history = [] }: Pick<ApplicationDoc, 'history'>,
  event: ApplicationEvent,
): ApplicationEvent[] => [...history, event].slice(-HISTORY_MAX)
