import type { ChallengeDoc } from '../../db/documents'
import { whileFree } from '../../db/transact'
import { scoreOf } from '../../domain/challenge/places'
import { phaseOf } from '../../domain/challenge/states'
import { dayOf } from '../../domain/days'
import { pictureIssuesOf } from '../../domain/pictures'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { counts, partId, writtenBy } from './load'
import { anyMember, ours } from './policy'

/**
 * What somebody wrote today, once: the day is part of the key. It counts at once, and no more when a
 * moderator takes it away. Refuses `not_joined`, `challenge_not_begun`, `challenge_closed`,
 * `entry_written`, `picture_needed`, `pictures_not_taken`, and `invalid_fields` for pictures.
 */
export const writeEntry = write('challenge.writeEntry', {
  fetch: async ({ store, input, userId }) => {
    const { communityId, challengeId, pictures } = input
    const [challenge, written, pictureIssues] = await Promise.all([
      store.get('challenges', challengeId),
      writtenBy(store, challengeId, userId),
      pictureIssuesOf({ pictures }, { communityId, userId }),
    ])
    return { challenge, written, pictureIssues }
  },
  screen: ({ input: { words, pictures } }) => ({
    kind: 'diary',
    texts: [{ field: 'words', text: words, min: 1, max: 300 }],
    files: pictures,
  }),
  // The part alone is under the transaction's eye: settling and leaving change it.
  load: async ({ tx, input, actor }) => ({
    part: await tx.get('challengeParts', partId(input.challengeId, actor.userId)),
  }),
  allow: anyMember,
  act: async (context, { challenge: found, part, written, pictureIssues }) => {
    const { tx, input, actor, now, newId, screened, review } = context
    const challenge = ours(found, actor)
    const { userId } = actor
    const today = dayOf(now, actor.community.timeZone)
    const phase = phaseOf(challenge, today)
    if (part?.state !== 'joined') return refuse('not_joined')
    if (phase === 'upcoming') refuse('challenge_not_begun', { day: challenge.firstDay })
    if (phase !== 'running') refuse('challenge_closed', { phase })
    checkPictures(challenge, input.pictures)
    refuseFields(pictureIssues)
    const entryId = `${challenge._id}:${userId}:${today}`
    if (written.some(({ day }) => day === today)) refuse('entry_written', { day: today })
    const added = tx.create('challengeEntries', {
      _id: entryId,
      v: 1,
      createdAt: now,
      communityId: challenge.communityId,
      challengeId: challenge._id,
      userId,
      day: today,
      words: input.words,
      pictures: input.pictures,
      visibility: screened.visibility,
      order: newId('entry'),
    })
    await whileFree(added)
    const counted = written.filter(counts).length + 1
    await tx.put('challengeParts', { ...part, days: counted, score: scoreOf(counted, userId) })
    await review(entryId)
    return { day: today, days: counted, isShown: screened.visibility === 'shown' }
  },
})

function checkPictures({ pictures }: ChallengeDoc, sent: readonly string[]): void {
  if (pictures === 'required' && sent.length === 0) refuse('picture_needed')
  if (pictures === 'none' && sent.length > 0) refuse('pictures_not_taken')
}
