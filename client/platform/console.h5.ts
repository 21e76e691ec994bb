/**
 * The preview's console around the phone, which plays what WeChat does outside of a mini-program.
 * Its protocol: emulator/README.md, "A phone and the console".
 */
export const isInConsole = typeof window !== 'undefined' && window.parent !== window

/** Tells the console something; false when there is none. */
export function tellConsole(message: { type: string } & Record<string, unknown>): boolean {
  if (isInConsole) window.parent.postMessage(message, window.location.origin)
  return isInConsole
}

let asked = 0

/** Asks the console something and waits for the person there; null when there is no console. */
export function askConsole(type: string, fields: Record<string, unknown> = {}): Promise<unknown> {
  if (!isInConsole) return Promise.resolve(null)
  asked += 1
  const id = `${type}-${asked}`
  return new Promise((resolve) => {
    const listen = ({ data, source, origin }: MessageEvent) => {
      if (source !== window.parent || origin !== window.location.origin) return
      if (data?.type !== 'answer' || data.id !== id) return
      window.removeEventListener('message', listen)
      resolve(data.value)
    }
    window.addEventListener('message', listen)
    tellConsole({ type, id, ...fields })
  })
}
