import type { EVENT_VIEWS } from '../../../types/event'

export type EventView = (typeof EVENT_VIEWS)[number]
