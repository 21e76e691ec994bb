/**
 * Every page of the product, once. The app's configuration (tabs, sub-packages, preloading) and the
 * typed `navigate` are both derived from this table, so that a page cannot be reachable by one and
 * unknown to the other. `package` null means the main package: tab pages only.
 */
export const routes = {
  home: { package: null, page: 'pages/home/index' },
  help: { package: null, page: 'pages/help/index' },
  event: { package: null, page: 'pages/event/index' },
  points: { package: null, page: 'pages/points/index' },
  me: { package: null, page: 'pages/me/index' },

  'community.create': { package: 'community', page: 'create/index' },
  'community.rules': { package: 'community', page: 'rules/index' },
  'community.members': { package: 'community', page: 'members/index' },
  'community.card': { package: 'community', page: 'card/index' },
  'community.audit': { package: 'community', page: 'audit/index' },
  'community.roles': { package: 'community', page: 'roles/index' },
  'community.forms': { package: 'community', page: 'forms/index' },
  'community.form': { package: 'community', page: 'form/index' },
  'community.settings': { package: 'community', page: 'settings/index' },

  'entry.door': { package: 'entry', page: 'door/index' },
  'entry.apply': { package: 'entry', page: 'apply/index' },
  'entry.applications': { package: 'entry', page: 'applications/index' },
  'entry.training': { package: 'entry', page: 'training/index' },
  'entry.trainingEdit': { package: 'entry', page: 'training-edit/index' },
  'entry.passes': { package: 'entry', page: 'passes/index' },
  'entry.pass': { package: 'entry', page: 'pass/index' },

  'event.detail': { package: 'event', page: 'detail/index' },
  'event.edit': { package: 'event', page: 'edit/index' },
  'event.manage': { package: 'event', page: 'manage/index' },
  'event.door': { package: 'event', page: 'door/index' },
  'event.ticket': { package: 'event', page: 'ticket/index' },
  'event.questions': { package: 'event', page: 'questions/index' },
  'event.after': { package: 'event', page: 'after/index' },
  'event.rules': { package: 'event', page: 'rules/index' },
  'event.figures': { package: 'event', page: 'figures/index' },

  'help.post': { package: 'help', page: 'post/index' },
  'help.request': { package: 'help', page: 'request/index' },
  'help.thread': { package: 'help', page: 'thread/index' },
  'help.standing': { package: 'help', page: 'standing/index' },
  'help.standingEdit': { package: 'help', page: 'standing-edit/index' },
  'help.thanks': { package: 'help', page: 'thanks/index' },
  'help.mine': { package: 'help', page: 'mine/index' },

  'member.inbox': { package: 'member', page: 'inbox/index' },
  'member.workbench': { package: 'member', page: 'workbench/index' },
  'member.profile': { package: 'member', page: 'profile/index' },
  'member.settings': { package: 'member', page: 'settings/index' },

  'moderation.queue': { package: 'moderation', page: 'queue/index' },
  'moderation.mine': { package: 'moderation', page: 'mine/index' },
  'moderation.case': { package: 'moderation', page: 'case/index' },
  'moderation.policy': { package: 'moderation', page: 'policy/index' },

  'points.rules': { package: 'points', page: 'rules/index' },
  'points.books': { package: 'points', page: 'books/index' },
  'points.adjustments': { package: 'points', page: 'adjustments/index' },
  'points.member': { package: 'points', page: 'member/index' },

  'checkin.calendar': { package: 'checkin', page: 'calendar/index' },

  'recognition.levels': { package: 'recognition', page: 'levels/index' },
  'recognition.challenges': { package: 'recognition', page: 'challenges/index' },
  'recognition.challenge': { package: 'recognition', page: 'challenge/index' },
  'recognition.challengeEdit': { package: 'recognition', page: 'challenge-edit/index' },
  'recognition.certificate': { package: 'recognition', page: 'certificate/index' },

  'store.items': { package: 'store', page: 'items/index' },
  'store.item': { package: 'store', page: 'item/index' },
  'store.mine': { package: 'store', page: 'mine/index' },
  'store.order': { package: 'store', page: 'order/index' },
  'store.edit': { package: 'store', page: 'edit/index' },
  'store.orders': { package: 'store', page: 'orders/index' },
  'store.handOver': { package: 'store', page: 'hand-over/index' },
} as const satisfies Record<string, { package: PackageName | null; page: string }>

/** The sub-packages, by folder. */
const PACKAGES = [
  'community',
  'entry',
  'help',
  'member',
  'moderation',
  'event',
  'points',
  'checkin',
  'store',
  'recognition',
] as const
type PackageName = (typeof PACKAGES)[number]
export type RouteName = keyof typeof routes
export type TabName = 'home' | 'help' | 'event' | 'points' | 'me'

/** The tab bar: what is shown, in order. `icon` names a file pair drawn by scripts/build-assets. */
export const tabs = [
  { name: 'home', text: '首页', icon: 'home' },
  { name: 'help', text: '互助', icon: 'help' },
  { name: 'event', text: '活动', icon: 'event' },
  { name: 'points', text: '积分', icon: 'points' },
  { name: 'me', text: '我的', icon: 'me' },
] as const satisfies readonly { name: TabName; text: string; icon: string }[]

/** Which sub-packages are fetched in the background while a tab is being read. */
const preload: Record<TabName, PackageName[]> = {
  home: ['entry', 'help', 'checkin'],
  help: ['help'],
  points: ['points', 'checkin', 'store', 'recognition'],
  event: ['event'],
  me: ['member', 'community', 'recognition'],
}

/**
 * What each page is told in its address. A page must survive without any of them (a shared link may
 * be old or cut), so readers get them as possibly missing; only callers are held to them.
 */
export interface RouteParams {
  home: { communityId?: string }
  help: Record<never, string>
  points: Record<never, string>
  event: Record<never, string>
  me: Record<never, string>
  'community.create': Record<never, string>
  'community.rules': { communityId: string }
  'community.members': { communityId: string }
  'community.forms': { communityId: string }
  'community.settings': { communityId: string }
  /** `formKey`: the form to edit; else a new one, `from` a built-in one when it is named. */
  'community.form': { communityId: string; formKey?: string; from?: string }
  'community.card': { communityId: string }
  'community.audit': { communityId: string }
  'community.roles': { communityId: string }
  'entry.door': { communityId?: string }
  'entry.apply': { communityId: string }
  'entry.applications': { communityId: string }
  'entry.training': { communityId: string }
  'entry.trainingEdit': { communityId: string }
  'entry.passes': { communityId: string }
  'entry.pass': { code?: string }
  /** `standingId`: begun from what somebody offers. */
  'help.post': { communityId: string; templateId?: string; standingId?: string }
  'event.detail': { communityId: string; eventId: string; fresh?: string }
  /** `eventId` edits that event; with `copy` it begins a new one from it. */
  'event.edit': { communityId: string; eventId?: string; copy?: string }
  'event.manage': { communityId: string; eventId: string }
  'event.door': { communityId: string; eventId: string }
  'event.ticket': { communityId: string; eventId: string }
  'event.questions': { communityId: string; eventId: string }
  'event.after': { communityId: string; eventId: string }
  'event.rules': { communityId: string }
  'event.figures': { communityId: string }
  /** `fresh`: it has just been posted. */
  'help.request': { communityId: string; requestId: string; fresh?: string }
  'help.thread': { communityId: string; requestId: string }
  'help.standing': { communityId: string }
  'help.standingEdit': { communityId: string; standingId?: string }
  'help.thanks': { communityId: string }
  'help.mine': { communityId: string }
  /** With what a message is about: opened from WeChat's reminder of it. */
  'member.inbox': {
    communityId?: string
    page?: string
    requestId?: string
    eventId?: string
    caseId?: string
    orderId?: string
  }
  'moderation.queue': { communityId: string }
  'moderation.mine': { communityId: string }
  'moderation.case': { communityId: string; caseId: string }
  'moderation.policy': { communityId: string }
  'member.workbench': { communityId: string }
  'member.profile': { communityId: string }
  'member.settings': Record<never, string>
  'points.rules': { communityId: string }
  'points.books': { communityId: string }
  'points.adjustments': { communityId: string }
  /** Without `memberId`: whose points, is asked first. */
  'points.member': { communityId: string; memberId?: string }
  'checkin.calendar': { communityId: string }
  'recognition.levels': { communityId: string }
  'recognition.challenges': { communityId: string }
  'recognition.challenge': { communityId: string; challengeId: string }
  /** Without `challengeId` a new one. */
  'recognition.challengeEdit': { communityId: string; challengeId?: string }
  /** With `code` anybody may verify it; with an event or a challenge the member sees their own. */
  'recognition.certificate': {
    communityId?: string
    eventId?: string
    challengeId?: string
    code?: string
  }
  /** `all`: the keeper's view, with what is not shown. */
  'store.items': { communityId: string; all?: string }
  'store.item': { communityId: string; itemId: string }
  'store.mine': { communityId: string }
  'store.order': { communityId: string; orderId: string }
  /** Without `itemId` a new one. */
  'store.edit': { communityId: string; itemId?: string }
  'store.orders': { communityId: string; itemId?: string }
  'store.handOver': { communityId: string }
}

const rootOf = (name: PackageName) => `packages/${name}`

/** The address of a page from the app's root, without a leading slash: `packages/help/post/index`. */
export function pathOf(name: RouteName): string {
  const route = routes[name]
  return route.package === null ? route.page : `${rootOf(route.package)}/${route.page}`
}

/** Whether a page is a tab: those are switched to, never stacked, and take no parameters. */
export const isTab = (name: RouteName): name is TabName => tabs.some((tab) => tab.name === name)

/** Pages of the main package, in the order of the tabs: the first one opens. */
export const mainPages = tabs.map((tab) => pathOf(tab.name))

/** Sub-packages as the app's configuration wants them. */
export const subPackages = PACKAGES.map((name) => ({
  root: rootOf(name),
  pages: Object.values(routes).flatMap((route) => (route.package === name ? [route.page] : [])),
}))

/** Preload rules by page address. */
export const preloadRule = Object.fromEntries(
  Object.entries(preload).map(([tab, packages]) => [
    pathOf(tab as TabName),
    { network: 'all' as const, packages: packages.map(rootOf) },
  ]),
)
