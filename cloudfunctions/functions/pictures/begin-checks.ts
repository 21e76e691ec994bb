import { randomBytes } from 'node:crypto'
import { PICTURE_CHECK_MINUTES, PICTURES_MAX } from '../../../types/moderation'
import { keptPath, PICTURE_BYTES_MAX, pictureTypeOf } from '../../../types/picture'
import type { CaseDoc, PictureCheck } from '../../db/documents'
import { copyOf } from '../../db/files'
import { lte, store } from '../../db/store'
import { type Tx, transact } from '../../db/transact'
import { changeOf } from '../../domain/moderation/cases'
import { givenUp } from '../../domain/moderation/picture-checks'
import { SUBJECTS } from '../../domain/moderation/subjects'
import { announced } from '../../domain/pictures'
import { now } from '../../runtime/clock'
import { described, log } from '../../runtime/log'
import { askAboutPicture, SCENES } from '../../runtime/wechat'
import { findCodes } from './find-codes'
import { settle } from './settle'

/** A look that ended the function by its weight is begun again so often, each time after so long. */
const TRIES_MAX = 3
const RETRY_MS = 2 * 60_000

/** One picture as it was found: what it is now, what is in it, and WeChat's trace or that there is none. */
type Seen = { from: string; check: PictureCheck; trace: string | null }

/**
 * Begins the checks of pictures that were sent, the longest waiting first, and gives up those to which
 * WeChat does not answer. Run twice or beside itself it does nothing more. Answers how many cases it
 * looked at.
 */
export async function beginChecks(limit: number, forMs: number): Promise<number> {
  const started = now().getTime()
  const due = await store.find('cases', {
    where: { checkAt: lte(now()) },
    orderBy: ['checkAt', 'asc'],
    limit,
  })
  let looked = 0
  for (const found of due) {
    if (now().getTime() - started > forMs) break
    try {
      await checkOne(found)
    } catch (error) {
      log('error', { event: 'pictures.check_failed', subject: found._id, ...described(error) })
    }
    looked += 1
  }
  return looked
}

async function checkOne({ _id, revision, checkTries = 0, ...found }: CaseDoc): Promise<void> {
  const at = now()
  const isWaiting = found.state === 'checking' || found.state === 'open'
  const isBegun = (found.checks ?? []).every(({ codes }) => codes !== null)
  if (!isWaiting || isBegun || checkTries >= TRIES_MAX) return giveUp(_id, revision, at)
  // Taken before it is looked at: neither another run nor, should this one end here, the next one has it.
  const taken = await store.amend('cases', _id, {
    when: { revision, checkTries },
    add: { checkTries: 1 },
    set: { checkAt: new Date(at.getTime() + RETRY_MS) },
  })
  if (!taken) return
  const author = await store.get('members', `${taken.communityId}:${taken.authorUserId}`)
  const seen: Seen[] = []
  for (const file of taken.files) {
    const isMore = seen.length >= PICTURES_MAX
    seen.push(isMore ? unread(file) : await look(file, taken, author?.openid ?? ''))
  }
  await transact((tx) => note(tx, taken, seen))
}

const unread = (file: string): Seen => ({
  from: file,
  check: { file, codes: ['picture_unread'], judged: { suggest: 'failed', label: 0 } },
  trace: null,
})

/** Copies one picture, looks for codes in the copy, and has WeChat look at it. */
async function look(file: string, about: CaseDoc, openid: string): Promise<Seen> {
  const { communityId, authorUserId, kind } = about
  const name = randomBytes(16).toString('hex')
  const path = keptPath(communityId, authorUserId, name, pictureTypeOf(file) ?? 'jpg')
  // Should this end before the case names the copy, somebody has to know of it.
  await store.createOnce('pictures', announced(path, now()))
  const copy = await copyOf(file, path, PICTURE_BYTES_MAX)
  if (!copy) return unread(file)
  const codes = await findCodes(copy.content)
  const check = { file: copy.fileId, codes, judged: null }
  try {
    const trace = await askAboutPicture(copy.address, openid, SCENES[SUBJECTS[kind].scene])
    return { from: file, check, trace }
  } catch (error) {
    log('error', { event: 'pictures.not_asked', subject: about._id, ...described(error) })
    return { from: file, check: { ...check, judged: { suggest: 'failed', label: 0 } }, trace: null }
  }
}

/** Puts the copies in the place of what was sent, and notes what is to come under which trace. */
async function note(tx: Tx, { _id, revision }: CaseDoc, seen: readonly Seen[]): Promise<void> {
  const at = now()
  const found = await tx.get('cases', _id)
  const isTheirs = found?.revision === revision && found.checkAt
  if (!found || !isTheirs || found.checks?.every(({ codes }) => codes !== null)) return
  const checks: PictureCheck[] = []
  for (const { check, trace } of seen) {
    checks.push(trace === null ? check : await noteTrace(tx, found, check, trace, at))
  }
  const swaps = Object.fromEntries(seen.map(({ from, check }) => [from, check.file]))
  const visibility = found.state === 'returned' ? 'returned' : 'pending'
  const isThere = await SUBJECTS[found.kind].apply(
    tx,
    found.subjectId,
    changeOf(found, visibility, at, swaps),
  )
  if (!isThere) {
    await tx.put('cases', { ...found, checkAt: null })
    return
  }
  const checkAt = new Date(at.getTime() + PICTURE_CHECK_MINUTES * 60_000)
  await settle(tx, { ...found, files: checks.map(({ file }) => file), checks, checkAt }, at)
}

/** WeChat's message may have been faster than this. */
async function noteTrace(
  tx: Tx,
  { _id: caseId, revision }: CaseDoc,
  check: PictureCheck,
  trace: string,
  at: Date,
): Promise<PictureCheck> {
  const early = await tx.get('pictureTraces', trace)
  const judged = early?.judged ?? null
  const asked = { caseId, revision, file: check.file }
  await tx.put('pictureTraces', { _id: trace, v: 1, createdAt: at, asked, judged })
  return { ...check, judged }
}

/** Leaves to a person what no answer came to; a case that is closed is not looked at again. */
async function giveUp(caseId: string, revision: string, at: Date): Promise<void> {
  await transact(async (tx) => {
    const found = await tx.get('cases', caseId)
    if (found?.revision !== revision || !found.checkAt) return
    const isWaiting = found.state === 'checking' || found.state === 'open'
    if (!isWaiting && found.state !== 'approved') {
      await tx.put('cases', { ...found, checkAt: null })
      return
    }
    await settle(tx, { ...found, checks: givenUp(found.checks ?? []) }, at)
  })
}
