import * as v from 'valibot'
import { fileId } from './shape'

/** Kinds of file a phone may send as a picture, by ending. */
export const PICTURE_TYPES = ['jpg', 'jpeg', 'png', 'webp'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** The most one picture may weigh. A phone's compressed photograph has about a tenth of it. */
export const PICTURE_BYTES_MAX = 5 * 1024 * 1024

/**
 * Where a member's picture is put. The person's part makes it theirs: the cloud takes a picture from
 * its own author's folder only, and storage lets nobody but the uploader replace a file.
 */
export const picturePath = (
  communityId: string,
  userId: string,
  name: string,
  type: PictureType,
): string => `pictures/${communityId}/${userId}/${name}.${type}`

/**
 * Where the copy of a member's picture is kept that was checked and is shown. `name` is chosen by the
 * cloud and cannot be guessed, so that no phone lies in wait there with a picture of its own.
 */
export const keptPath = (
  communityId: string,
  userId: string,
  name: string,
  type: PictureType,
): string => `kept/${communityId}/${userId}/${name}.${type}`

/** What the phone calls a picture of its own; distinct within its person's folder. */
export const pictureName = v.pipe(v.string(), v.regex(/^[0-9a-z]{20,40}$/))

/** A picture that was announced and is named nowhere goes after so many days: a draft may be taken up again. */
export const UNUSED_PICTURE_DAYS = 14

/** What kind of picture a file says it is. */
export const pictureTypeOf = (given: string): PictureType | undefined =>
  PICTURE_TYPES.find((type) => given.endsWith(`.${type}`))

/** Whether a file id lies in one of this person's two folders of this community. */
export function isOwnPicture(given: string, communityId: string, userId: string): boolean {
  if (!v.is(fileId, given)) return false
  const [folder, community, person, name, ...rest] = given
    .slice('cloud://'.length)
    .split('/')
    .slice(1)
  const type = name?.split('.')[1]
  return (
    (folder === 'pictures' || folder === 'kept') &&
    community === communityId &&
    person === userId &&
    rest.length === 0 &&
    PICTURE_TYPES.some((allowed) => allowed === type)
  )
}
