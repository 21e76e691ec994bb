import type { Certificate } from '../../../types/recognition'
import type {
  ChallengeDoc,
  ChallengePartDoc,
  CommunityDoc,
  EventDoc,
  RegistrationDoc,
} from '../../db/documents'
import { dayOf } from '../days'

/** Whose it is and where it was earned. */
type Holder = { name: string; community: CommunityDoc }

/** The certificate of somebody who was there; null before the event is over, and without one. */
export function eventCertificate(
  event: EventDoc,
  part: RegistrationDoc | null,
  { name, community }: Holder,
  now: Date,
): Certificate | null {
  if (part?.state !== 'attended' || part.certificate === null || now < event.endsAt) return null
  return {
    code: part.certificate,
    name,
    communityName: community.name,
    title: event.form.title,
    day: dayOf(event.startsAt, community.timeZone),
    of: { kind: 'event', eventKind: event.kind, volunteerHours: event.form.volunteerHours },
  }
}

/** The certificate of somebody who has completed the challenge; else null. */
export function challengeCertificate(
  challenge: ChallengeDoc,
  part: ChallengePartDoc | null,
  { name, community }: Holder,
): Certificate | null {
  if (part?.state !== 'completed' || part.certificate === null) return null
  return {
    code: part.certificate,
    name,
    communityName: community.name,
    title: challenge.title,
    day: challenge.lastDay,
    of: { kind: 'challenge', days: part.days },
  }
}
