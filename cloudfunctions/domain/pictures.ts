import * as v from 'valibot'
import type { FieldIssue } from '../../types/errors'
import { isOwnPicture, PICTURE_BYTES_MAX, UNUSED_PICTURE_DAYS } from '../../types/picture'
import { fileId } from '../../types/shape'
import type { Answers, FieldValue } from '../../types/template'
import type { PictureDoc } from '../db/documents'
import { weightsOf } from '../db/files'
import { store } from '../db/store'

/** A value that names pictures, whatever the field is called. */
const isPictures = (value: FieldValue): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => v.is(fileId, item))

const LOOK_AGAIN_MS = UNUSED_PICTURE_DAYS * 86_400_000

/** What keeps a picture from being forgotten, made before the picture itself: see `PictureDoc`. */
export const announced = (path: string, now: Date): PictureDoc => ({
  _id: keyOfPath(path),
  v: 1,
  createdAt: now,
  path,
  lookAt: nextLook(now),
  leaving: false,
})

export const nextLook = (now: Date): Date => new Date(now.getTime() + LOOK_AGAIN_MS)

const keyOfPath = (path: string): string => path.replaceAll('/', ':')
/** The key of the picture with this file id. */
const keyOfPicture = (picture: string): string =>
  keyOfPath(picture.slice('cloud://'.length).split('/').slice(1).join('/'))

/** Every picture that answers name. */
export const picturesIn = (answers: Answers): string[] =>
  Object.values(answers).flatMap((value) => (isPictures(value) ? value : []))

/** Other pictures in the place of some: the file that was, and the one that is, or none. */
export type Swaps = Readonly<Record<string, string | null>>

/** These pictures, with others in the place of some. */
export const swapped = (pictures: readonly string[], swaps: Swaps): string[] =>
  pictures.flatMap((picture) => {
    const other = Object.hasOwn(swaps, picture) ? swaps[picture] : picture
    return other === null || other === undefined ? [] : [other]
  })

/** The same in the answers to a form. */
export const swappedIn = (answers: Answers, swaps: Swaps): Answers =>
  Object.keys(swaps).length === 0
    ? answers
    : Object.fromEntries(
        Object.entries(answers).map(([key, value]) => [
          key,
          isPictures(value) ? swapped(value, swaps) : value,
        ]),
      )

/**
 * What is wrong with the pictures of a form: a person may use only what they have put into their own
 * folder of this community, what is really there and will stay, and what is not too heavy. At most one
 * issue a field. Asks the storage once, and only about pictures that are the person's own.
 */
export async function pictureIssuesOf(
  answers: Answers,
  { communityId, userId }: { communityId: string; userId: string },
): Promise<FieldIssue[]> {
  const isOwn = (picture: string) => isOwnPicture(picture, communityId, userId)
  const own = picturesIn(answers).filter(isOwn)
  const [weights, known] = await Promise.all([
    weightsOf(own),
    store.getMany('pictures', own.map(keyOfPicture)),
  ])
  const leaving = new Set(known.flatMap(({ _id, leaving }) => (leaving ? [_id] : [])))
  const isThere = (picture: string) => weights.has(picture) && !leaving.has(keyOfPicture(picture))
  return Object.entries(answers).flatMap(([field, value]): FieldIssue[] => {
    if (!isPictures(value)) return []
    if (!value.every(isOwn)) return [{ field, code: 'not_yours' }]
    if (!value.every(isThere)) return [{ field, code: 'no_file' }]
    const isHeavy = value.some((picture) => (weights.get(picture) ?? 0) > PICTURE_BYTES_MAX)
    if (!isHeavy) return []
    return [{ field, code: 'too_heavy', bound: PICTURE_BYTES_MAX / 1024 / 1024 }]
  })
}
