import { previewUser } from './preview-user'
import type { DeviceStorage } from './types'

// One browser plays several people: what one stores must not be found by another.
const prefix = `huzhu:${previewUser}:`

export const storage: DeviceStorage = {
  get: (key) => window.localStorage.getItem(prefix + key),
  set: (key, value) => window.localStorage.setItem(prefix + key, value),
  remove: (key) => window.localStorage.removeItem(prefix + key),
  keys: () =>
    Object.keys(window.localStorage).flatMap((key) =>
      key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
    ),
}
