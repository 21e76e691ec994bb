import { useEffect, useRef, useState } from 'react'
import type { CallInput } from '../../../../types/contract'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'
import { CHANGED_BY_EVENTS, type EventIds } from '../parts/ids'
import { drop, keep, type Waiting, waitingAt } from './queue'

type By = CallInput<'event.admit'>['by']

/** Letting people in: at once where there is a network, else kept on the phone and sent later with the same key and time. */
export function useDoor(ids: EventIds) {
  const { eventId } = ids
  const admitting = useWrite('event.admit', CHANGED_BY_EVENTS)
  const [queue, setQueue] = useState(() => waitingAt(eventId))
  const isSending = useRef(false)

  async function send(arrival: Waiting): Promise<'done' | 'kept' | 'dropped'> {
    const result = await admitting.run(arrival.input)
    if (result.ok) {
      setQueue(drop(eventId, arrival))
      const { member, isLate, guests } = result.data
      const name = member.nickname
      if (guests > 0) toast(t('event.admittedGuests', { name, count: guests }), { kind: 'done' })
      else toast(t(isLate ? 'event.admittedLate' : 'event.admitted', { name }), { kind: 'done' })
      return 'done'
    }
    if (result.error.code === 'network' || result.error.code === 'busy') {
      setQueue(keep(eventId, arrival))
      return 'kept'
    }
    setQueue(drop(eventId, arrival))
    toast(t('event.queueDropped', { name: arrival.name, why: sentenceOf(result.error) }), {
      kind: 'problem',
    })
    return 'dropped'
  }

  /** Takes an arrival now; the time is this moment's, whenever it is sent. */
  async function admit(by: By, name: string) {
    const arrival = { input: { ...ids, by, at: new Date().toISOString() }, name }
    // Kept before it is sent: a phone that dies in between loses nobody.
    setQueue(keep(eventId, arrival))
    if ((await send(arrival)) === 'kept') toast(t('event.queued'))
  }

  async function sendWaiting() {
    if (isSending.current) return
    isSending.current = true
    let sent = 0
    for (const arrival of waitingAt(eventId)) {
      const outcome = await send(arrival)
      if (outcome === 'kept') break
      if (outcome === 'done') sent += 1
    }
    isSending.current = false
    if (sent > 1) toast(t('event.queueSent', { count: sent }), { kind: 'done' })
  }

  const latest = useRef(sendWaiting)
  latest.current = sendWaiting
  useEffect(() => {
    void latest.current()
    const timer = setInterval(() => void latest.current(), RETRY_MS)
    return () => clearInterval(timer)
  }, [])

  return { admit, queue, sendWaiting: () => void sendWaiting(), busy: admitting.busy }
}

const RETRY_MS = 15_000
