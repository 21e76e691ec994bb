import { storage } from '../platform/storage'

const KEY = 'door'

/** The door a person last stood at, so that an applicant finds the way back to it. */
export const lastDoor = (): string | null => storage.get(KEY)

export const rememberDoor = (communityId: string): void => storage.set(KEY, communityId)

/** Once inside, or when the door turned out to lead nowhere. */
export function forgetDoor(communityId: string): void {
  if (storage.get(KEY) === communityId) storage.remove(KEY)
}
