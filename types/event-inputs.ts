import { id, text } from './shape'

/** What calls about an event name it by, and what people say in them. */
export const onEvent = { communityId: id, eventId: id }
export const onRegistration = { ...onEvent, registrationId: id }
export const reason = text(2, 120)
export const word = text(2, 200)
