/** Parameters of a page's address, as they stand in it: WeChat does not decode them. */
export type Query = Record<string, string>

/** What the compiled code registers by `Page`, once it is on the screen. */
export interface PageInstance {
  route: string
  options: Query
  setData(data: object, done?: () => void): void
  onLoad?(query: Query): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onTabItemTap?(item: { index: number; pagePath: string; text: string }): void
  onShareAppMessage?(event: { from: 'button' | 'menu' }): ShareCard | undefined
  onPageScroll?(event: { scrollTop: number }): void
  onReachBottom?(): void
  createIntersectionObserver(options?: object): object
}

/** Where `pageScrollTo` goes: to a height, or to an element and so far beyond it, in px. */
export interface ScrollTarget {
  scrollTop?: number
  selector?: string
  offsetTop?: number
}

/** What a page answers when it is shared. */
export interface ShareCard {
  title: string
  path: string
  imageUrl?: string
}

/** What WeChat asks the person who holds the phone. */
export interface Dialogues {
  /** `accept` or `reject` for each template. */
  subscribe(templates: string[]): Promise<Record<string, string>>
  /** A code by its text, a mini-program code by the page it leads to; null when closed. */
  scan(): Promise<{ text: string; path?: string } | null>
}

/** Pictures drawn by the app, where the host can draw. */
export interface Drawing {
  canvas(width: number, height: number): object
  /** The picture on a canvas as a file that images and cards can show. */
  save(canvas: object): string
}

/** What `wx.updateShareMenu` said last: the card that is shared next lives and changes. */
export interface ShareMenu {
  activityId?: string
}

/** What the compiled code registers by `App`. */
export interface AppInstance {
  onLaunch?(options: EnterOptions): void
  onShow?(options: EnterOptions): void
  onError?(message: string): void
}

/** How the app was opened: WeChat's launch options. */
export interface EnterOptions {
  path: string
  query: Query
  scene: number
  shareTicket?: string
  referrerInfo: Record<string, never>
  mode: 'default'
}

/** The parts of `app.json` that the phone itself obeys. */
export interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: {
    color: string
    selectedColor: string
    backgroundColor: string
    list: { pagePath: string; text: string; iconPath: string; selectedIconPath: string }[]
  }
}

/** Who holds the phone, and what was tapped to open the app. */
export interface Session {
  openid: string
  /** The WeChat group whose card was tapped; null when opened otherwise. */
  group: string | null
  /** Page and parameters of the card or link, without a leading slash; null opens the first tab. */
  path: string | null
  /** WeChat's number for the way in; without it the group tells. */
  scene?: number
}

/** A page that a host draws. */
export interface DrawnPage {
  instance: PageInstance
  show(): void
  hide(): void
  destroy(): void
}

/** Draws pages; the two hosts differ here and nowhere else. */
export interface Screen {
  create(route: string): DrawnPage
  /** After every change of the top page. */
  changed?(route: string): void
  /** Scrolls the top page, where pages have a height. */
  scrollTo?(target: ScrollTarget): void
}

/** The cloud as a phone reaches it. Both throw when the cloud or the function fails. */
export interface CloudLink {
  callFunction(name: string, event: unknown): Promise<unknown>
  /** The platform's proof that this user opened the app from this group. */
  enterGroup(group: string): Promise<string>
}

/** Text by key, as WeChat keeps it for one person and one mini-program. */
export interface TextStore {
  get(key: string): string | undefined
  set(key: string, value: string): void
  delete(key: string): void
  keys(): string[]
}

/** The measures of the phone, in px. */
export interface Device {
  width: number
  height: number
  statusBar: number
  isDark(): boolean
  /** 17 is WeChat's usual size, 20 and above elder's. */
  fontSize: number
}
