import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../../types/contract'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { ProfileFields, type ProfileValue } from '../../../components/ProfileFields'
import { Refusal } from '../../../components/Refusal'
import { Skeleton } from '../../../components/Skeleton'
import { toast } from '../../../components/Toast'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useDraft } from '../../../hooks/use-draft'
import { useRead } from '../../../hooks/use-read'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, t } from '../../../i18n'
import { checkTexts } from '../../../services/check-texts'
import { goBack } from '../../../services/navigate'
import { revealFirstMistake, revealRefusal } from '../../../services/reveal'

type Home = CallOutput<'member.getHome'>
type Profile = CallOutput<'member.getProfile'>

/** How the others of one community see me, to change. */
export default function ProfilePage() {
  const communityId = useCommunityId()
  const home = useRead('member.getHome', communityId ? { communityId } : null)
  const memberId = home.data?.me.memberId
  const profile = useRead(
    'member.getProfile',
    communityId && memberId ? { communityId, memberId } : null,
  )
  if (!communityId) return <NoCommunity title={t('member.profileTitle')} />
  if (!home.data || !profile.data) {
    const failed = home.error ? home : profile
    return (
      <Page
        title={t('member.profileTitle')}
        loading={!failed.error}
        skeleton={<Skeleton shape="form" count={3} />}
        error={failed.error}
        onRetry={() => void failed.refresh()}
      />
    )
  }
  return <ProfileForm home={home.data} profile={profile.data} />
}

function ProfileForm({ home, profile }: { home: Home; profile: Profile }) {
  const { community } = home
  const { nickname, avatar, skills, interests } = profile
  const draft = useDraft<ProfileValue>(`profile:${profile.memberId}`, {
    nickname,
    avatar,
    skills,
    interests,
  })
  const [mistake, setMistake] = useState<string>()
  const saving = useWrite('member.updateProfile', ['member.', 'help.'])
  const form = draft.value
  const { wasKept } = draft
  useEffect(() => {
    if (wasKept) toast(t('common.draftKept'))
  }, [wasKept])

  const change = (part: Parameters<typeof draft.change>[0]) => {
    draft.change(part)
    setMistake(undefined)
    saving.clear()
  }
  const save = async () => {
    const found = fieldSentences(checkTexts({ nickname: form.nickname })).nickname
    setMistake(found)
    if (found) return revealFirstMistake()
    const { ok } = await saving.run({
      communityId: community.id,
      ...form,
      nickname: form.nickname.trim(),
    })
    if (!ok) return revealRefusal()
    draft.forget()
    toast(t('member.profileSaved'), { kind: 'done' })
    await goBack()
  }
  return (
    <Page
      title={t('member.profileTitle')}
      lead={t('member.profileLead', { name: community.name })}
      footer={
        <FixedAction note={t('member.privacyNote')}>
          <Button full busy={saving.busy} onClick={() => void save()}>
            {t('member.saveProfile')}
          </Button>
        </FixedAction>
      }
    >
      <Refusal error={saving.error} busy={saving.busy} onRetry={() => void save()} />
      <ProfileFields value={form} mistake={mistake} preset={community.preset} onChange={change} />
    </Page>
  )
}
