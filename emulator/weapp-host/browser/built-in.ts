/** A built-in component in use. */
export interface BuiltIn {
  host: HTMLElement
  /** A property as the template gave it. */
  get(name: string): unknown
  /** Tells the app, in WeChat's shape; such events do not bubble. */
  tell(event: string, detail: object): void
  onTap(listener: () => void): void
}

/** How a built-in behaves: called once when it appears; the answer is called after each change. */
export type Behaviour = (self: BuiltIn) => (() => void) | undefined
