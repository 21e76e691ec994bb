import type { PictureDoc } from '../../db/documents'
import { deleteFiles, fileIdAt } from '../../db/files'
import { lte, oneOf, store } from '../../db/store'
import { nextLook } from '../../domain/pictures'
import { now } from '../../runtime/clock'

/** From the look that found a picture unused to the one that deletes it: longer than any call takes. */
const LEAVING_MS = 3_600_000
/** The most documents one question answers with. */
const NAMED_MAX = 1000

/**
 * Deletes pictures that nothing names: of forms that were given up, and what was sent once its checked
 * copy stands in its place. A picture unused at its look is taken into no form any more; an hour later,
 * when all calls of before have ended, it is looked for again and only then deleted. Ended anywhere, or
 * run beside itself, it begins again with the same. Answers how many it deleted.
 */
export async function sweepPictures(limit: number): Promise<number> {
  const at = now()
  const due = await store.find('pictures', {
    where: { lookAt: lte(at) },
    orderBy: ['lookAt', 'asc'],
    limit,
  })
  const [first] = due
  if (!first) return 0
  const bucket = (await fileIdAt(first.path)).slice(0, -first.path.length)
  const named = await namedAmong(due.map(({ path }) => bucket + path))
  const gone: PictureDoc[] = []
  for (const picture of due) {
    if (named.has(bucket + picture.path)) await keep(picture, at)
    else if (picture.leaving) gone.push(picture)
    else await letGo(picture, at)
  }
  // The files first: a picture whose document is left is looked at again.
  await deleteFiles(gone.map(({ path }) => bucket + path))
  if (gone.length > 0) {
    await store.removeWhere('pictures', { _id: oneOf(gone.map(({ _id }) => _id)), leaving: true })
  }
  return gone.length
}

/**
 * Which of these file ids stand anywhere. Where so many documents name them that an answer may be cut
 * short, each half is asked about by itself: no picture is hidden behind another's many mentions.
 */
async function namedAmong(fileIds: readonly string[]): Promise<Set<string>> {
  const these = oneOf(fileIds)
  const limit = NAMED_MAX
  const [cases, covers, recaps, entries, items] = await Promise.all([
    store.findParts('cases', { where: { files: these }, limit }, ['files']),
    store.findParts('events', { where: { 'form.cover': these }, limit }, ['form']),
    store.findParts('events', { where: { 'recap.photos': these }, limit }, ['recap']),
    store.findParts('challengeEntries', { where: { pictures: these }, limit }, ['pictures']),
    store.findParts('items', { where: { picture: these }, limit }, ['picture']),
  ])
  const isCut = [cases, covers, recaps, entries, items].some(({ length }) => length === limit)
  if (isCut && fileIds.length > 1) {
    const middle = fileIds.length >> 1
    const halves = [fileIds.slice(0, middle), fileIds.slice(middle)]
    const [first, second] = await Promise.all(halves.map(namedAmong))
    return new Set([...(first ?? []), ...(second ?? [])])
  }
  return new Set([
    // All that requests show is in their case, too.
    ...cases.flatMap(({ files }) => files),
    ...covers.flatMap(({ form }) => form.cover ?? []),
    ...recaps.flatMap(({ recap }) => recap?.photos ?? []),
    ...entries.flatMap(({ pictures }) => pictures),
    ...items.flatMap(({ picture }) => picture ?? []),
  ])
}

/** What was sent gives way to its copy one day; a copy stays for good. */
async function keep({ _id, path, lookAt }: PictureDoc, at: Date): Promise<void> {
  if (path.startsWith('kept/')) await store.removeWhere('pictures', { _id })
  else {
    const set = { leaving: false, lookAt: nextLook(at) }
    await store.amend('pictures', _id, { when: { lookAt }, set })
  }
}

async function letGo({ _id, lookAt }: PictureDoc, at: Date): Promise<void> {
  const set = { leaving: true, lookAt: new Date(at.getTime() + LEAVING_MS) }
  await store.amend('pictures', _id, { when: { lookAt }, set })
}
