import * as v from 'valibot'

/** Control characters (new line and tab excepted) and lone surrogates cannot be stored or shown faithfully. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]/u

/** A whole number within bounds, both included. */
export const count = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))

/** Trimmed human text; lengths count UTF-16 units, as the phone's input does. */
export const text = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max * 2),
    v.check((value) => !UNPRINTABLE.test(value), 'unprintable'),
    v.trim(),
    v.minLength(min),
    v.maxLength(max),
  )

/** An identifier made by the server: document keys, never free text. */
export const id = v.pipe(v.string(), v.regex(/^[0-9A-Za-z_:-]{1,100}$/))

/** A name inside a definition: template, field and question keys. */
export const slug = v.pipe(v.string(), v.regex(/^[a-z][0-9A-Za-z-]{0,39}$/))

/** The twelve avatars drawn for the app; pictures of one's own come with the storage. */
export const AVATARS = [
  'a1',
  'a2',
  'a3',
  'a4',
  'a5',
  'a6',
  'a7',
  'a8',
  'a9',
  'a10',
  'a11',
  'a12',
] as const
export const avatar = v.picklist(AVATARS)
export type AvatarId = v.InferOutput<typeof avatar>

/**
 * A stored file's id as the platform makes it: `cloud://environment.bucket/path`. Where in the path a
 * member's pictures lie: `types/picture.ts`.
 */
export const fileId = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(/^cloud:\/\/[0-9A-Za-z.-]+\/[0-9A-Za-z_-]+(\/[0-9A-Za-z_-]+)*\.[0-9a-z]{1,5}$/),
)

/** An instant, as the cloud answers it: ISO 8601 in UTC. */
export const instant = v.pipe(v.string(), v.isoTimestamp())

export const SKILLS_MAX = 12
export const SKILL_LENGTH_MAX = 16
export const skills = v.pipe(v.array(text(1, SKILL_LENGTH_MAX)), v.maxLength(SKILLS_MAX))

/** Where the next page begins: the sort key of the last item seen; null when nothing follows. */
export const cursor = v.nullish(id)
export const PAGE_SIZE = 20

export const page = <const T extends v.GenericSchema>(item: T) =>
  v.object({ items: v.array(item), next: v.nullable(v.string()) })

/** The level a person has come to: its place among the levels of the community, from 0, and its name. */
export const levelMark = v.object({ rank: v.number(), name: v.string() })
export type LevelMark = v.InferOutput<typeof levelMark>

/** The drawn frames that may go round an avatar: a privilege of the store opens all of them. */
export const FRAMES = ['persimmons', 'bamboo', 'lanterns', 'waves'] as const
export const frame = v.picklist(FRAMES)
export type FrameId = v.InferOutput<typeof frame>

/** How others see a person: never an openid, a name from a register, or a contact. */
export const person = v.object({
  memberId: v.string(),
  nickname: v.string(),
  avatar,
  /** Absent of one who has left. */
  level: v.optional(levelMark),
  /** Absent where none is chosen. */
  frame: v.optional(frame),
})
export type Person = v.InferOutput<typeof person>

/** For calls that answer nothing but that they were done. */
export const done = v.object({})
