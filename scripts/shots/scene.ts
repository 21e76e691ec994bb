import type { Phone } from '../../test/e2e/lib/phone'
import type { CastMember } from '../seed/people'
import type { Studio } from './studio'

export type LookName = 'light' | 'dark' | 'elder' | 'english'

/** One state of one page, as one person sees it. */
export type Scene = {
  /** Of the file, and what `--only` looks for: `door-stranger`. */
  readonly name: string
  /** Below the picture on the contact sheet. */
  readonly about: string
  readonly who: Pick<CastMember, 'openid'>
  /** The group whose card was tapped. */
  readonly group?: string
  readonly link: (studio: Studio) => string
  /** What must be in sight before the picture is taken. */
  readonly sees: string
  readonly looks?: readonly LookName[]
  /** Before the page is opened: what shall go wrong. */
  readonly before?: (phone: Phone) => Promise<unknown>
  /** After it was opened: what the person does. */
  readonly act?: (phone: Phone, studio: Studio) => Promise<unknown>
}

/** The looks in which every page is shown once. */
export const ALL_LOOKS: readonly LookName[] = ['light', 'dark', 'elder']

/** No answer ever comes: the skeleton stays. */
export const hang = (fn: string) => (phone: Phone) =>
  phone.page.route(`**/call/${fn}`, () => undefined)

/** Every call breaks off. */
export const cut = (fn: string) => (phone: Phone) =>
  phone.page.route(`**/call/${fn}`, (route) => route.abort())

/** The function breaks and says its number. */
export const breakDown = (fn: string) => (phone: Phone) =>
  phone.page.route(`**/call/${fn}`, (route) =>
    route.fulfill({
      json: { ok: false, code: 'internal', params: {}, requestId: '7f3a90c2-41de-4b8e-9d15' },
    }),
  )

/** Reading leaves no trace, so that the next picture shows the same messages as new. */
export const keepUnread = (phone: Phone) =>
  phone.page.route('**/call/inbox', (route) => {
    const { action } = route.request().postDataJSON() as { action: string }
    return action === 'markRead'
      ? route.fulfill({ json: { ok: true, data: {} } })
      : route.fallback()
  })
