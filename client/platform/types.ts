import type { PictureType } from '../../types/picture'

/** What a platform has to offer. Each `<name>.weapp.ts` and `<name>.h5.ts` exports exactly these. */

/** Sends one event to a cloud function and answers what it returned; throws when no answer came. */
export type CallFunction = (name: string, data: object) => Promise<unknown>

export interface GroupEntry {
  /** Names the platform's proof that this person opened the app from a WeChat group. */
  cloudID: string
}

/** The proof of the group whose card was opened last; null when the app was opened otherwise. */
export type ReadGroupEntry = () => Promise<GroupEntry | null>

/** How the proof travels in a call, so that the platform replaces it by the group it proves. */
export type GroupField = (entry: GroupEntry) => unknown

/** Hands out what the app stores on this phone, apart for each person who uses it. */
export interface DeviceStorage {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  keys(): string[]
}

export interface ShareCard {
  title: string
  /** Address with parameters, from the app's root: `/packages/entry/door/index?communityId=…`. */
  path: string
  /** The live card it is shared as: it changes in the chat (K2). */
  activityId?: string
  /** A picture of 5 to 4 in place of the page's own; without it the chat shows the page. */
  imageUrl?: string
}

/** What a 2d canvas lets draw, on the web and in WeChat: as much of it as our pictures need. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'font'
  | 'textBaseline'
  | 'textAlign'
  | 'fillRect'
  | 'fillText'
  | 'measureText'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'arcTo'
  | 'fill'
>

/** Draws a picture and answers an address that an image or a card shows; null where none can be drawn. */
export type DrawPicture = (
  width: number,
  height: number,
  paint: (pen: Pen) => void,
) => Promise<string | null>

/** Asks for one message per template; answers those that were said yes to. */
export type RequestSubscribe = (templateIds: readonly string[]) => Promise<readonly string[]>

/** What the next card that is shared shows and becomes; null: one that stays as it is. */
export interface LiveWords {
  activityId: string
  taken: number
  total: number
}
export type Enliven = (card: LiveWords | null) => void

/** A picture on this phone that was chosen and not sent yet. */
export interface LocalPicture {
  /** What an Image draws. */
  path: string
  bytes: number
  type: PictureType
}

/** Lets the person choose up to so many; none when they close it. Kinds we do not take are left out. */
export type ChoosePictures = (countMax: number) => Promise<LocalPicture[]>

/** Stores a picture under this path as the person's own; answers its file id. Throws when it fails. */
export type SendPicture = (
  cloudPath: string,
  picture: LocalPicture,
  onProgress: (percent: number) => void,
) => Promise<string>

/** Text of a scanned code, or null when the person closed the camera or there is none. */
export type ScanCode = () => Promise<string | null>

/** Says that a code can be scanned from the screen now; answers what says that it is gone. */
export type AnnounceCode = (code: { text: string; label: string }) => () => void

export type PrivacyAnswer = 'agree' | 'disagree'

/** Registers who asks the person when WeChat wants consent; answers an undo. */
export type OnPrivacyNeeded = (ask: (answer: (given: PrivacyAnswer) => void) => void) => () => void

/** Opens the operator's privacy text that WeChat keeps; false when the platform has none. */
export type OpenPrivacyText = () => Promise<boolean>

/** Whether WeChat holds this person's consent; `none` where nothing has to be consented to. */
export type PrivacyState = 'agreed' | 'open' | 'none'
export type ReadPrivacyState = () => Promise<PrivacyState>

/** The measures of what WeChat paints over a page with its own header, in px. */
export interface WindowInsets {
  top: number
  /** Height of the header's row. */
  bar: number
  /** What the capsule at the right takes away from the row. */
  right: number
}

/** The button that carries `open-type="agreePrivacyAuthorization"` must have this id. */
export const AGREE_BUTTON_ID = 'agree-privacy'

/**
 * Tells when an element of the open page comes within `marginPx` of the window and when it leaves, with
 * its height in px then; answers an undo. Where the platform cannot watch, it never tells.
 */
export type WatchNearness = (
  id: string,
  marginPx: number,
  onChange: (isNear: boolean, heightPx: number) => void,
) => () => void

/** Opens a spreadsheet from its address; false when the platform could not. */
export type OpenTable = (url: string) => Promise<boolean>
export interface CalendarEntry {
  id: string
  title: string
  about: string
  place: string
  /** Instants, ISO 8601 in UTC. */
  startsAt: string
  endsAt: string
}

/** Puts an entry into the phone's calendar; false when the person did not allow it. */
export type AddToCalendar = (entry: CalendarEntry) => Promise<boolean>

/** Degrees in the coordinates WeChat's maps speak (GCJ-02). */
export interface MapPlace {
  name: string
  address: string
  latitude: number
  longitude: number
}

/** The place a person chose on the map; null when they closed it. */
export type ChoosePlace = () => Promise<MapPlace | null>
export type OpenMap = (place: MapPlace) => Promise<void>
