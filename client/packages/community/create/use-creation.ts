import { useEffect, useState } from 'react'
import type { PresetKey } from '../../../../types/community'
import type { CallOutput } from '../../../../types/contract'
import { AVATARS, type AvatarId } from '../../../../types/shape'
import type { ProfileChange } from '../../../components/ProfileFields'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useEntrance } from '../../../hooks/use-entrance'
import { useSession } from '../../../hooks/use-session'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, t } from '../../../i18n'
import { readGroupEntry } from '../../../platform/group-entry'
import type { CallErrorCode } from '../../../services/call'
import { checkTexts } from '../../../services/check-texts'
import { replaceBy } from '../../../services/navigate'
import { revealFirstMistake, revealRefusal } from '../../../services/reveal'

export type Preset = CallOutput<'community.listPresets'>['presets'][number]

interface Form {
  preset: PresetKey | null
  name: string
  purpose: string
  nickname: string
  avatar: AvatarId
}

const BLANK: Form = { preset: null, name: '', purpose: '', nickname: '', avatar: AVATARS[0] }

/** Refusals that concern the group alone: the community can be made without it. */
const OF_THE_GROUP: readonly CallErrorCode[] = ['group_not_proven', 'group_taken']

/** The form of a new community, its draft, its checks and its sending. */
export function useCreation(presets: readonly Preset[]) {
  const draft = useDraft<Form>('create', BLANK)
  const form = draft.value
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({})
  const [isGroupLeftOut, setGroupLeftOut] = useState(false)
  const creating = useWrite('community.create', ['community.enter'])
  const { data: entrance, refresh } = useEntrance()
  const { openCommunity } = useSession()
  const { wasKept } = draft
  useEffect(() => {
    if (wasKept) toast(t('common.draftKept'))
  }, [wasKept])

  const bindsGroup = entrance?.group === 'unbound' && !isGroupLeftOut

  const change = (part: Partial<Form>) => {
    draft.change(part)
    setMistakes({})
  }

  /** Name and picture alone: a founder says the rest on their profile. */
  const changeProfile = (part: ProfileChange) => change(typeof part === 'function' ? {} : part)

  /** Brings the arrangement's sentence along, unless the person has written their own. */
  const choose = ({ key, purpose }: Preset) => {
    const before = presets.find((preset) => preset.key === form.preset)?.purpose ?? ''
    const isOwn = form.purpose.trim() !== '' && form.purpose !== before
    change({ preset: key, ...(isOwn ? {} : { purpose }) })
  }

  async function submit(): Promise<void> {
    const { preset, name, purpose, nickname, avatar } = form
    const found = fieldSentences(checkTexts({ communityName: name, purpose, nickname }))
    if (preset === null || Object.keys(found).length > 0) {
      setMistakes({
        ...found,
        ...(preset === null ? { preset: t('community.choosePresetFirst') } : {}),
      })
      return revealFirstMistake()
    }
    const group = bindsGroup ? await readGroupEntry() : null
    const input = { preset, name: name.trim(), purpose: purpose.trim(), nickname: nickname.trim() }
    const result = await creating.run({ ...input, avatar }, { group })
    if (!result.ok) {
      if (OF_THE_GROUP.includes(result.error.code)) setGroupLeftOut(true)
      return revealRefusal()
    }
    const { communityId } = result.data
    draft.forget()
    // Only then does the list of memberships hold it; see useEnterCommunity.
    await refresh()
    openCommunity(communityId)
    toast(t('community.created'), { kind: 'done' })
    await replaceBy('community.card', { communityId })
  }

  return {
    form,
    change,
    changeProfile,
    choose,
    mistakes,
    submit,
    busy: creating.busy,
    refusal: creating.error,
    /** Whether the group the app was opened from will belong to the new community. */
    bindsGroup,
    isGroupLeftOut,
  }
}
