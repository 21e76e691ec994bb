import { useRef, useState } from 'react'
import { ITEM_KINDS, type ItemDetail, type ItemKind } from '../../../../types/store'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { FixedAction } from '../../../components/FixedAction'
import { Page } from '../../../components/Page'
import { Problem } from '../../../components/Problem'
import { toast } from '../../../components/Toast'
import { useAlbum } from '../../../hooks/use-album'
import { useDraft } from '../../../hooks/use-draft'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'
import { goBack, replaceBy } from '../../../services/navigate'
import { Codes } from './codes'
import { type ItemDraft, inputOf, type Mistakes, mistakesIn } from './draft'
import { Fields } from './fields'

interface Props {
  communityId: string
  /** null: a new one. */
  item: ItemDetail | null
  initial: ItemDraft
}

export function ItemForm({ communityId, item, initial }: Props) {
  const place = item ? `${item.itemId} ${item.revision}` : communityId
  const draft = useDraft<ItemDraft>(`item ${place}`, initial)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const timeZone = useTimeZone(communityId)
  const album = useAlbum(communityId)
  const uploading = useRef(0)
  const { run, busy, error } = useWrite('store.saveItem', ['store.'])
  const { data: recognition } = useRead('recognition.get', { communityId })
  const { value } = draft

  async function save() {
    if (uploading.current > 0) return toast(t('help.picturesUnderWay'))
    const found = mistakesIn(value, item === null)
    setMistakes(found)
    if (Object.keys(found).length > 0) return toast(t('store.fix'), { kind: 'problem' })
    const ids = item ? { itemId: item.itemId, revision: item.revision } : {}
    const result = await run(inputOf(value, { communityId, ...ids }))
    if (!result.ok) return setMistakes(fieldSentences(issuesOf(result.error)))
    draft.forget()
    toast(t('store.saved'), { kind: 'done' })
    const { itemId } = result.data
    // Of codes there is nothing to redeem until they are sent, so that comes next.
    if (item) await goBack()
    else if (value.kind === 'code') await replaceBy('store.edit', { communityId, itemId })
    else await replaceBy('store.item', { communityId, itemId })
  }

  return (
    <Page
      title={t(item ? 'store.editItem' : 'store.newItem')}
      {...(item ? { lead: t('store.editLead') } : {})}
      footer={
        <FixedAction>
          <Button full busy={busy} onClick={() => void save()}>
            {t('store.save')}
          </Button>
        </FixedAction>
      }
    >
      <Problem error={error} communityId={communityId} busy={busy} onRetry={() => void save()} />
      {item?.kind === 'code' && <Codes communityId={communityId} item={item} />}
      {item === null && (
        <ChoiceField
          label={t('store.kind')}
          why={t('store.kindWhy')}
          options={ITEM_KINDS.map((kind) => ({ value: kind, label: t(`store.kind_${kind}`) }))}
          value={value.kind}
          onChange={(kind) => draft.change({ kind: kind as ItemKind })}
        />
      )}
      <Fields
        value={value}
        mistakes={mistakes}
        timeZone={timeZone}
        album={album}
        onUploading={(count) => {
          uploading.current = count
        }}
        isNew={item === null}
        levels={recognition?.levels.map(({ name }) => name) ?? []}
        onChange={(part) => {
          draft.change(part)
          setMistakes({})
        }}
      />
    </Page>
  )
}
