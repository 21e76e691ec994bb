import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { watchNearness } from '../../platform/nearness'

interface Props<T> {
  items: readonly T[]
  keyOf: (item: T) => string
  render: (item: T) => ReactNode
}

const CHUNK_SIZE = 10
/** How far beyond the window a chunk stays drawn: a quick flick of the thumb finds it there. */
const MARGIN_PX = 1_600

/**
 * A list of any length in a page of bounded size: what lies far outside the window is replaced by
 * empty space of its height, ten items at a time. It watches by the platform's own observer, so that
 * scrolling itself costs nothing; where there is none, everything stays drawn.
 */
export function LongList<T>({ items, keyOf, render }: Props<T>) {
  const listId = useId().replace(/\W/g, '')
  const chunks = Array.from({ length: Math.ceil(items.length / CHUNK_SIZE) }, (_, index) => ({
    id: `long-${listId}-${index}`,
    items: items.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE),
  }))
  return (
    <>
      {chunks.map((chunk) => (
        <Chunk key={chunk.id} id={chunk.id}>
          {chunk.items.map((item) => (
            <View key={keyOf(item)}>{render(item)}</View>
          ))}
        </Chunk>
      ))}
    </>
  )
}

function Chunk({ id, children }: { id: string; children: ReactNode }) {
  const [awayPx, setAwayPx] = useState<number | null>(null)
  useEffect(
    () =>
      watchNearness(id, MARGIN_PX, (isNear, heightPx) =>
        setAwayPx(isNear || heightPx === 0 ? null : heightPx),
      ),
    [id],
  )
  return (
    <View id={id} {...(awayPx === null ? {} : { style: { height: `${awayPx}px` } })}>
      {awayPx === null && children}
    </View>
  )
}
