/** The parts of WeChat's own component simulator that we use; it ships no types. */
declare module 'miniprogram-simulate' {
  /** One node of the virtual tree that a component's template gave. */
  export interface VirtualNode {
    type: number
    tagName: string
    attrs: { name: string; value: unknown }[]
    event: Record<string, { name: string; handler: string }>
    content?: string
  }

  /** A node of the simulator's component tree. */
  export interface ExparserNode {
    _vt?: VirtualNode
    id: string
    dataset: Record<string, unknown>
    childNodes: ExparserNode[]
    parentNode: ExparserNode | null
    shadowRoot?: ExparserNode
    textContent: string
    /** What it is drawn by in the document. */
    $$: HTMLElement
  }

  export interface Rendered {
    instance: unknown
    dom: HTMLElement
    _exparserNode: ExparserNode
    /** Sends a bubbling event to whatever `dom` draws. */
    dispatchEvent(this: { dom: HTMLElement }, name: string, options: { detail: object }): void
    attach(parent: HTMLElement): void
    detach(): void
  }

  export interface LoadOptions {
    rootPath: string
    compiler: 'official'
    compilerOptions: { maxBuffer: number }
    usingComponents?: Record<string, string>
  }

  export function load(path: string, options: LoadOptions): string
  export function render(id: string): Rendered
}
