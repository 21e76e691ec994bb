import { useRef, useState } from 'react'
import type { CallOutput } from '../../../../types/contract'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'

type Desk = CallOutput<'help.listDefinitions'>
type Items = Desk['items']

/** So long after the last tap the order is sent: several taps are one change. */
const PAUSE_MS = 600

/** The order and the switches of the forms: shown at once, sent when the taps have ended. */
export function useArrangement(communityId: string, desk: Desk) {
  const [mine, setMine] = useState<Items | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wanted = useRef<Items | null>(null)
  const arranging = useWrite('help.arrangeTemplates', ['help.list'])
  // A version that was published meanwhile is drawn; order and switches are those being changed.
  const items = (mine ?? desk.items).map((item) => ({
    ...item,
    template:
      desk.items.find(({ template }) => template.key === item.template.key)?.template ??
      item.template,
  }))

  async function send(): Promise<void> {
    const sent = wanted.current
    if (!sent) return
    const result = await arranging.run({
      communityId,
      basedOn: desk.arrangement,
      items: sent.map(({ template: { key }, enabled }) => ({ key, enabled })),
    })
    if (wanted.current !== sent) return
    wanted.current = null
    if (result.ok) toast(t('forms.arranged'), { kind: 'done' })
    setMine(null)
  }

  function change(make: (before: Items) => Items): void {
    const next = make(wanted.current ?? desk.items)
    wanted.current = next
    setMine(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), PAUSE_MS)
  }

  return {
    items,
    busy: arranging.busy,
    error: arranging.error,
    retry: () => void send(),
    toggle: (key: string) =>
      change((all) =>
        all.map((item) => (item.template.key === key ? { ...item, enabled: !item.enabled } : item)),
      ),
    move: (key: string, by: 1 | -1) =>
      change((all) => {
        const next = [...all]
        const from = next.findIndex(({ template }) => template.key === key)
        const [item] = from < 0 ? [] : next.splice(from, 1)
        if (item) next.splice(Math.max(0, from + by), 0, item)
        return next
      }),
  }
}
