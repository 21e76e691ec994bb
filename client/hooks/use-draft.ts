import { useState } from 'react'
import { storage } from '../platform/storage'

export interface Draft<T> {
  value: T
  /**
   * Keeps the change on the phone at once: leaving the page or losing power costs nothing. What is
   * made from the value before must be a function of it: on a slow phone two taps may come between
   * one drawing and the next, and the second would undo the first.
   */
  change: (part: Partial<T> | ((before: T) => Partial<T>)) => void
  /** After the form was sent. */
  forget: () => void
  /** Whether there was a kept draft when the page opened, so that it can say so. */
  wasKept: boolean
}

/** A form that survives leaving the page. `key` names the form and what it is about. */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const slot = slotOf(key)
  const [kept] = useState(() => load<T>(slot))
  const [value, setValue] = useState<T>(() => ({ ...initial, ...kept }))
  return {
    value,
    wasKept: kept !== null,
    change(part) {
      setValue((before) => {
        const after = { ...before, ...(typeof part === 'function' ? part(before) : part) }
        storage.set(slot, JSON.stringify(after))
        return after
      })
    },
    forget() {
      storage.remove(slot)
      setValue(initial)
    },
  }
}

const slotOf = (key: string) => `draft:${key}`

/** Whether something was begun and not sent yet. */
export const isKept = (key: string): boolean => storage.get(slotOf(key)) !== null

/** Lays a beginning into a form that is opened next, unless one was begun there already. */
export function prepareDraft<T extends object>(key: string, value: T): void {
  if (!isKept(key)) storage.set(slotOf(key), JSON.stringify(value))
}

/** A draft of an older version of the app may lack fields; the initial values fill them. */
function load<T>(slot: string): Partial<T> | null {
  try {
    const kept: unknown = JSON.parse(storage.get(slot) ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as Partial<T>) : null
  } catch {
    return null
  }
}
