import type { EventCertificate } from '../../../types/event'
import type { CommunityDoc, EventDoc, RegistrationDoc } from '../../db/documents'

/** What a certificate says, to its owner and to whoever checks it. */
export const certificateOf = (
  event: EventDoc,
  part: RegistrationDoc,
  name: string,
  community: CommunityDoc,
): EventCertificate => ({
  code: part.certificate ?? '',
  name,
  communityName: community.name,
  title: event.form.title,
  kind: event.kind,
  day: new Intl.DateTimeFormat('sv-SE', {
    timeZone: community.timeZone,
    dateStyle: 'short',
  }).format(event.startsAt),
  volunteerHours: event.form.volunteerHours,
})
