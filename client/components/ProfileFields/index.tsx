import type { PresetKey } from '../../../types/community'
import type { AvatarId } from '../../../types/shape'
import { t } from '../../i18n'
import { TEXT_LIMITS } from '../../services/check-texts'
import { AvatarField } from '../AvatarField'
import { SkillsField } from '../SkillsField'
import { TextField } from '../TextField'

export interface ProfileValue {
  nickname: string
  avatar: AvatarId
  skills: string[]
  interests: string[]
}

type Part = Partial<ProfileValue>
export type ProfileChange = Part | ((before: ProfileValue) => Part)

interface Props {
  value: Pick<ProfileValue, 'nickname' | 'avatar'> & Part
  /** Skills and interests are made from what holds then: two taps may come between two drawings. */
  onChange: (change: ProfileChange) => void
  mistake: string | undefined
  /** Whose words are offered as skills; without it only name and picture are asked. */
  preset?: PresetKey
}

/** What a person says of themselves: when they begin a community, at its door, and later. */
export function ProfileFields({ value, onChange, mistake, preset }: Props) {
  return (
    <>
      <TextField
        nickname
        label={t('member.nickname')}
        why={t('member.nicknameWhy')}
        placeholder={t('member.nicknameExample')}
        maxLength={TEXT_LIMITS.nickname[1]}
        value={value.nickname}
        error={mistake}
        onChange={(nickname) => onChange({ nickname })}
      />
      <AvatarField
        label={t('member.avatar')}
        value={value.avatar}
        nameOf={(number) => t('member.avatarName', { number })}
        onChange={(avatar) => onChange({ avatar })}
      />
      {preset && (
        <>
          <SkillsField
            label={t('member.skills')}
            why={t('member.skillsWhy')}
            required={false}
            suggestions={t(`community.skills_${preset}`).split('|')}
            value={value.skills ?? []}
            onChange={(change) => onChange((before) => ({ skills: change(before.skills) }))}
          />
          <SkillsField
            label={t('member.interests')}
            why={t('member.interestsWhy')}
            required={false}
            suggestions={t('member.interestsOffered').split('|')}
            value={value.interests ?? []}
            onChange={(change) => onChange((before) => ({ interests: change(before.interests) }))}
          />
        </>
      )}
    </>
  )
}
