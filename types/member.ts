import * as v from 'valibot'
import { face, role } from './community'
import { PICTURE_TYPES, pictureName } from './picture'
import { earnedMedal } from './recognition'
import {
  avatar,
  cursor,
  done,
  fileId,
  frame,
  id,
  instant,
  levelMark,
  page,
  skills,
  text,
} from './shape'

/** One's own pictures that may be asked about at once. */
export const PICTURES_VIEWED_MAX = 20

/** Characters of a search in the directory. */
export const MEMBER_SEARCH_MAX = 20

/** What a person says of themselves, at the door and later. */
export const profile = { nickname: text(1, 16), avatar, skills, interests: v.optional(skills, []) }

/** A member in the directory and on a profile: two separate tallies, never a contact. */
const profileView = v.object({
  memberId: v.string(),
  nickname: v.string(),
  avatar,
  skills: v.array(v.string()),
  interests: v.array(v.string()),
  role,
  joinedAt: instant,
  level: levelMark,
  frame: v.nullable(frame),
  /** In the order of the table of medals. */
  medals: v.array(earnedMedal),
})

/** Roles that are given; ownership is handed over instead. */
const givenRole = v.picklist(['admin', 'moderator', 'steward', 'dutyAdmin', 'member'])

export const memberCalls = {
  'member.getHome': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({
      community: face,
      me: v.object({ memberId: v.string(), nickname: v.string(), avatar, role }),
      unread: v.number(),
      /** What the community says to who has just come; null after the first days. */
      welcome: v.nullable(v.string()),
      rulesToAccept: v.nullable(v.number()),
      /** What waits for this person's duties, all kinds together. */
      workWaiting: v.number(),
      /** Requests of mine with an offer or a "done" to answer, and promises of mine still open. */
      waitingForMe: v.array(
        v.object({
          requestId: v.string(),
          title: v.string(),
          waits: v.picklist(['answerOffers', 'confirmDone', 'giveHelp']),
        }),
      ),
    }),
  },
  'member.getProfile': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, memberId: id }),
    output: v.object({
      ...profileView.entries,
      /** Volunteer hours of events one was at, added up. */
      volunteerHours: v.number(),
      helpGiven: v.number(),
      helpReceived: v.number(),
      contribution: v.number(),
      own: v.boolean(),
      /** Roles the viewer may give this member; empty for most. */
      mayAppoint: v.array(role),
    }),
  },
  'member.updateProfile': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ communityId: id, ...profile }),
    output: done,
  },
  /**
   * Leaves the community: the membership ends at once, open requests and promises are settled by the
   * timer, and applying again is possible. An owner hands over first.
   */
  'member.leave': {
    kind: 'write',
    scope: 'member',
    beforeRules: true,
    input: v.object({ communityId: id }),
    output: done,
  },
  'member.list': {
    kind: 'read',
    scope: 'member',
    /** `search`: words of a name, a skill or an interest; Chinese is found by any two characters. */
    input: v.object({ communityId: id, search: v.optional(text(1, MEMBER_SEARCH_MAX)), cursor }),
    output: page(profileView),
  },
  /**
   * Before a picture is sent to the storage: whoever gives the form up leaves a file behind that
   * nothing else would know of.
   */
  'member.announcePicture': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id, name: pictureName, type: v.picklist(PICTURE_TYPES) }),
    output: done,
  },
  /** Where one's own pictures can be seen for a few minutes: for a form that is taken up again. */
  'member.viewOwnPictures': {
    kind: 'read',
    scope: 'member',
    input: v.object({
      communityId: id,
      fileIds: v.pipe(v.array(fileId), v.minLength(1), v.maxLength(PICTURES_VIEWED_MAX)),
    }),
    output: v.object({
      pictures: v.array(v.object({ fileId: v.string(), address: v.string() })),
    }),
  },
  'member.appoint': {
    kind: 'write',
    scope: 'member',
    input: v.object({
      communityId: id,
      memberId: id,
      role: givenRole,
    }),
    output: done,
  },
} as const
