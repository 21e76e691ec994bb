import { useEffect, useRef, useState } from 'react'
import type { CallInput } from '../../../../types/contract'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'
import type { CallErrorCode } from '../../../services/call'
import { drop, isSame, keep, type Waiting, waitingAt } from '../../../services/door-queue'
import { CHANGED_BY_EVENTS, type EventIds } from '../parts/ids'

type By = CallInput<'event.admit'>['by']

/** What is said of this one arrival for good. Anything else may pass: nobody is lost to it. */
const FINAL: readonly CallErrorCode[] = [
  'already_attended',
  'not_registered',
  'code_wrong',
  'door_closed',
  'not_found',
  'malformed_input',
]

/** An arrival that the cloud does not take, and why. */
export interface Lost {
  arrival: Waiting
  why: string
}

/** `stopped`: what holds it up holds up the others too. */
type Sent = 'done' | 'dropped' | 'kept' | 'stopped'

/** Letting people in: at once where there is a network, else kept on the phone and sent later with the same key and time. */
export function useDoor({ communityId, eventId }: EventIds) {
  const admitting = useWrite('event.admit', CHANGED_BY_EVENTS)
  const [queue, setQueue] = useState(() => waitingAt(eventId))
  const [lost, setLost] = useState<Lost[]>([])
  const isSending = useRef(false)

  async function send(arrival: Waiting): Promise<Sent> {
    const result = await admitting.run(arrival.input)
    if (result.ok) {
      setQueue(drop(eventId, arrival))
      const { member, isLate, guests } = result.data
      const name = member.nickname
      if (guests > 0) toast(t('event.admittedGuests', { name, count: guests }), { kind: 'done' })
      else toast(t(isLate ? 'event.admittedLate' : 'event.admitted', { name }), { kind: 'done' })
      return 'done'
    }
    const { code } = result.error
    if (!FINAL.includes(code)) return code === 'internal' ? 'kept' : 'stopped'
    setQueue(drop(eventId, arrival))
    const why = sentenceOf(result.error)
    // Who is in already is no loss.
    if (code === 'already_attended') toast(why)
    else setLost((before) => [...before, { arrival, why }])
    return 'dropped'
  }

  /** One after the other, the oldest first; also those who come while it is at it. */
  async function sendWaiting() {
    if (isSending.current) return
    isSending.current = true
    const tried: Waiting[] = []
    const next = () => waitingAt(eventId).find((one) => !tried.some((other) => isSame(one, other)))
    let sent = 0
    for (let arrival = next(); arrival; arrival = next()) {
      tried.push(arrival)
      const outcome = await send(arrival)
      if (outcome === 'stopped') break
      if (outcome === 'done') sent += 1
    }
    isSending.current = false
    if (sent > 1) toast(t('event.queueSent', { count: sent }), { kind: 'done' })
  }

  /** Takes an arrival now; the time is this moment's, whenever it is sent. */
  async function admit(by: By, name: string) {
    const input = { communityId, eventId, by, at: new Date().toISOString() }
    const arrival = { input, name }
    // Kept before it is sent: a phone that dies in between loses nobody.
    setQueue(keep(eventId, arrival))
    await sendWaiting()
    if (waitingAt(eventId).some((one) => isSame(one, arrival))) toast(t('event.queued'))
  }

  const latest = useRef(sendWaiting)
  latest.current = sendWaiting
  useEffect(() => {
    void latest.current()
    const timer = setInterval(() => void latest.current(), RETRY_MS)
    return () => clearInterval(timer)
  }, [])

  return { admit, queue, lost, sendWaiting: () => void sendWaiting(), busy: admitting.busy }
}

const RETRY_MS = 15_000
