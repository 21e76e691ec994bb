import { useEffect, useState } from 'react'
import type { Rules } from '../../../../types/community'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, t } from '../../../i18n'
import { checkTexts } from '../../../services/check-texts'
import { revealFirstMistake, revealRefusal } from '../../../services/reveal'

interface Item {
  /** Tells two items apart while they are moved; never sent. */
  id: number
  words: string
}

interface Form {
  /** The version that was edited: the cloud refuses when it is not the current one any more. */
  basedOn: number
  items: Item[]
}

const formOf = ({ version, items }: Rules): Form => ({
  basedOn: version,
  items: items.map((words, id) => ({ id, words })),
})

/** The next version of the rules while it is written: items, order, checks, publishing, conflict. */
export function useRulesDraft(communityId: string, current: Rules, onEnd: () => void) {
  const draft = useDraft<Form>(`rules:${communityId}`, formOf(current))
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({})
  const publishing = useWrite('community.publishRules', ['community.getRules', 'member.getHome'])
  const { basedOn, items } = draft.value
  const { wasKept } = draft
  useEffect(() => {
    if (wasKept) toast(t('common.draftKept'))
  }, [wasKept])

  const put = (change: (before: Item[]) => Item[]) => {
    setMistakes({})
    draft.change((before) => ({ items: change(before.items) }))
  }
  const words = items.map((item) => item.words.trim())
  const isChanged =
    words.length !== current.items.length ||
    words.some((rule, index) => rule !== current.items[index])

  return {
    items,
    mistakes,
    publishing,
    isChanged,
    /** Somebody published another version since this draft was begun. */
    isOutdated: basedOn !== current.version,
    write: (id: number, value: string) =>
      put((all) => all.map((item) => (item.id === id ? { ...item, words: value } : item))),
    move: (id: number, by: 1 | -1) => put((all) => moved(all, id, by)),
    remove: (id: number) => put((all) => all.filter((item) => item.id !== id)),
    add: () =>
      put((all) => [...all, { id: Math.max(-1, ...all.map(({ id }) => id)) + 1, words: '' }]),
    takeTheirs: () => draft.change(formOf(current)),
    keepMine: () => draft.change({ basedOn: current.version }),
    drop() {
      draft.forget()
      onEnd()
    },
    /** Whether it may be published as it stands; marks what may not. */
    check(): boolean {
      const found = fieldSentences(
        checkTexts(Object.fromEntries(words.map((rule, index) => [`rule:${index}`, rule]))),
      )
      setMistakes(found)
      const isFine = Object.keys(found).length === 0
      if (!isFine) revealFirstMistake()
      return isFine
    },
    async publish(): Promise<void> {
      const result = await publishing.run({ communityId, basedOn, items: words })
      if (!result.ok) return revealRefusal()
      draft.forget()
      toast(t('community.rulesPublished', { version: result.data.version }), { kind: 'done' })
      onEnd()
    },
  }
}

/** One place up or down; at an end it stays. */
function moved(items: readonly Item[], id: number, by: 1 | -1): Item[] {
  const next = [...items]
  const from = next.findIndex((item) => item.id === id)
  if (from < 0) return next
  const [item] = next.splice(from, 1)
  if (item) next.splice(Math.max(0, from + by), 0, item)
  return next
}
