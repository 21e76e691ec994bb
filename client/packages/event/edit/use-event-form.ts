import { useRef, useState } from 'react'
import type { EventDetail } from '../../../../types/event'
import { fieldId, scrollTo } from '../../../components/FormRenderer/scroll'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { goBack, replaceBy } from '../../../services/navigate'
import { CHANGED_BY_EVENTS } from '../parts/ids'
import {
  type DraftField,
  draftOf,
  type EventDraft,
  emptyDraft,
  formOf,
  missing,
  repeatOf,
} from './draft'

/** Where the page says why it was refused. */
export const PROBLEM_ID = 'event-problem'

const SENTENCES = {
  title: 'event.errorName',
  about: 'event.errorAbout',
  startsAt: 'event.errorStart',
  endsAt: 'event.errorEnd',
  deadline: 'event.errorDeadline',
  place: 'event.errorPlace',
  capacity: 'event.errorCapacity',
  agenda: 'event.errorAgenda',
  speakers: 'event.errorSpeaker',
  questions: 'event.errorQuestion',
} as const satisfies Record<DraftField, string>

export type EventFormState = ReturnType<typeof useEventForm>

/** Writing an event: a new one, a copy of `source`, or an edit of it. */
export function useEventForm(communityId: string, source: EventDetail | null, isCopy: boolean) {
  const isEdit = source !== null && !isCopy
  const name = source === null ? 'new' : `${isCopy ? 'copy' : 'edit'}:${source.eventId}`
  const draft = useDraft<EventDraft>(
    `event:${communityId}:${name}`,
    source ? draftOf(source, isCopy) : emptyDraft,
  )
  const [shown, setShown] = useState<readonly DraftField[]>([])
  const creating = useWrite('event.create', CHANGED_BY_EVENTS)
  const editing = useWrite('event.edit', CHANGED_BY_EVENTS)
  const { value } = draft
  const uploading = useRef(0)

  async function send() {
    if (uploading.current > 0) return toast(t('help.picturesUnderWay'))
    const gaps = missing(value, new Date())
    setShown(gaps)
    const [first] = gaps
    if (first !== undefined) {
      scrollTo(fieldId(first))
      return toast(t('event.fixFields', { count: gaps.length }), { kind: 'problem' })
    }
    if (isEdit) return save(source)
    const result = await creating.run({ communityId, form: formOf(value), repeat: repeatOf(value) })
    if (!result.ok) return scrollTo(PROBLEM_ID)
    draft.forget()
    const { eventId, state } = result.data
    toast(t(state === 'pending' ? 'event.createdPending' : 'event.createdShown'), { kind: 'done' })
    await replaceBy('event.detail', { communityId, eventId, fresh: 'yes' })
  }

  async function save({ eventId, revision }: EventDetail) {
    const result = await editing.run({
      communityId,
      eventId,
      basedOn: revision,
      form: formOf(value),
    })
    if (!result.ok) return scrollTo(PROBLEM_ID)
    draft.forget()
    toast(t('event.edited'), { kind: 'done' })
    await goBack()
  }

  return {
    value,
    isEdit,
    wasKept: draft.wasKept,
    busy: creating.busy || editing.busy,
    problem: creating.error ?? editing.error,
    errorOf: (field: DraftField) => {
      if (!shown.includes(field)) return undefined
      if (field === 'place' && value.mode === 'online') return t('event.errorHow')
      return t(SENTENCES[field])
    },
    change(part: Parameters<typeof draft.change>[0], ...fields: DraftField[]) {
      draft.change(part)
      setShown((before) => before.filter((field) => !fields.includes(field)))
    },
    setUploading(count: number) {
      uploading.current = count
    },
    startAnew() {
      draft.forget()
      setShown([])
    },
    send,
  }
}
