import type { Item } from '../find'

/** An element on the screen. */
export interface Seen extends Item<Seen> {
  element: Element
}

/** What the top page and WeChat's own sheets show now; what is hidden is left out. */
export function seenNow(): Seen[] {
  const all: Seen[] = []
  const roots = document.querySelectorAll('.frame:not([hidden]) wx-root, .picker-sheet')
  for (const root of roots) visit(root, undefined, all)
  return all
}

function visit(node: Node, parent: Seen | undefined, all: Seen[]): string {
  if (node instanceof Text) return node.data
  if (!(node instanceof Element) || !node.checkVisibility({ visibilityProperty: true })) return ''
  const self: Seen = {
    element: node,
    label: node.getAttribute('aria-label') ?? '',
    role: node.getAttribute('role') ?? '',
    text: '',
    children: [],
  }
  all.push(self)
  parent?.children.push(self)
  for (const child of node.childNodes) self.text += visit(child, self, all)
  return self.text
}
