/**
 * The console around the phone, spoken to by messages between windows; README of the emulator,
 * "A phone and the console". Alone in a tab the phone has nobody to ask.
 */
export const isInConsole = parent !== window

/** Tells the console something. */
export function tell(message: { type: string } & Record<string, unknown>): void {
  if (isInConsole) parent.postMessage(message, location.origin)
}

let asked = 0

/** Asks the console something and waits until the person there has chosen. */
export function ask(type: string, fields: Record<string, unknown> = {}): Promise<unknown> {
  asked += 1
  const id = `${type}-${asked}`
  return new Promise((resolve) => {
    const listen = ({ data, source, origin }: MessageEvent) => {
      if (source !== parent || origin !== location.origin) return
      if (data?.type !== 'answer' || data.id !== id) return
      removeEventListener('message', listen)
      resolve(data.value)
    }
    addEventListener('message', listen)
    tell({ type, id, ...fields })
  })
}
