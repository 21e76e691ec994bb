import type { ExparserNode } from 'miniprogram-simulate'
import type { Item } from '../../../emulator/weapp-host/find'

/** The simulator's kinds of virtual nodes, by its own numbers. */
const COMPONENT = 17
const TEXT = 18

/** A node of a page as the person meets it: templates, loops and wrappers are seen through. */
export interface Shown extends Item<Shown> {
  node: ExparserNode
  tag: string
  attributes: Record<string, unknown>
  parent: Shown | undefined
}

/** What a page shows now, in the order of the document, the outer before the inner. */
export function shown(page: ExparserNode): Shown[] {
  const all: Shown[] = []
  for (const child of page.shadowRoot?.childNodes ?? []) visit(child, undefined, all)
  return all
}

function visit(node: ExparserNode, parent: Shown | undefined, all: Shown[]): string {
  const virtual = node._vt
  if (!virtual) return ''
  if (virtual.type === TEXT) return virtual.content ?? ''
  if (virtual.type !== COMPONENT || virtual.tagName === 'comp') {
    return childrenOf(node)
      .map((child) => visit(child, parent, all))
      .join('')
  }
  const attributes = Object.fromEntries(virtual.attrs.map(({ name, value }) => [name, value]))
  const tag = virtual.tagName.replace(/^wx-/, '')
  const self: Shown = {
    node,
    tag,
    attributes,
    label: String(attributes.ariaLabel ?? ''),
    role: String(attributes.ariaRole || (tag === 'button' ? tag : '')),
    text: '',
    parent,
    children: [],
  }
  all.push(self)
  parent?.children.push(self)
  self.text = childrenOf(node)
    .map((child) => visit(child, self, all))
    .join('')
  return self.text
}

/** Taro goes on in a component of its own when templates are nested too deep for WeChat. */
function childrenOf(node: ExparserNode): ExparserNode[] {
  const isBuiltIn = node._vt?.type === COMPONENT && node._vt.tagName !== 'comp'
  return (isBuiltIn ? node : (node.shadowRoot ?? node)).childNodes
}
