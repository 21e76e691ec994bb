import { View } from '@tarojs/components'
import { useSyncExternalStore } from 'react'
import { spoken } from '../a11y'
import { Icon } from '../Icon'
import './index.scss'

interface Note {
  id: number
  text: string
  kind: 'done' | 'note' | 'problem'
  undo?: { text: string; onClick: () => void }
}

const SHOWN_MS = 3_000
/** What can be taken back stays as long as it can be. */
const UNDO_MS = 10_000

const listeners = new Set<() => void>()
let note: Note | null = null
let count = 0
let timer: ReturnType<typeof setTimeout> | undefined

function put(next: Note | null) {
  note = next
  for (const listener of listeners) listener()
}

/**
 * Says a sentence at the bottom of whatever page is open, politely and for a short time. With `undo`
 * it stays ten seconds and offers to take the act back.
 */
export function toast(
  text: string,
  options: { kind?: Note['kind']; undo?: { text: string; onClick: () => void } } = {},
): void {
  clearTimeout(timer)
  count += 1
  const { kind = 'note', undo } = options
  put({ id: count, text, kind, ...(undo ? { undo } : {}) })
  timer = setTimeout(() => put(null), undo ? UNDO_MS : SHOWN_MS)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const icons = { done: 'done', note: 'info', problem: 'alert' } as const

/** The place of the notes; every Page holds one. Always there, so that a reader hears the change. */
export function ToastPlace() {
  const shown = useSyncExternalStore(subscribe, () => note)
  const undo = shown?.undo
  return (
    <View className="hz-toasts" {...spoken({ role: 'status', live: 'polite' })}>
      {shown && (
        <View key={shown.id} className={`hz-toast hz-toast--${shown.kind}`}>
          <Icon name={icons[shown.kind]} className="hz-toast__icon" />
          <View className="hz-toast__text">{shown.text}</View>
          {undo && (
            <View
              className="hz-toast__undo"
              onClick={() => {
                put(null)
                undo.onClick()
              }}
              {...spoken({ role: 'button', focusable: true })}
            >
              {undo.text}
            </View>
          )}
        </View>
      )}
    </View>
  )
}
