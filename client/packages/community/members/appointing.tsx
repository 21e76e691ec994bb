import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Role } from '../../../../types/community'
import type { CallInput, CallOutput } from '../../../../types/contract'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { Refusal } from '../../../components/Refusal'
import { toast } from '../../../components/Toast'
import { useRead } from '../../../hooks/use-read'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { dutyNames } from '../roles/duty-names'

type Appointed = CallInput<'member.appoint'>['role']

interface Props {
  communityId: string
  profile: CallOutput<'member.getProfile'>
}

/** The owner gives a member another role; what it may do is said before it is confirmed. */
export function Appointing({ communityId, profile }: Props) {
  const { memberId, nickname, role, mayAppoint } = profile
  const [chosen, setChosen] = useState<Appointed | null>(null)
  const appointing = useWrite('member.appoint', ['member.list', 'member.getProfile'])
  const { data: table } = useRead('community.listRoles', { communityId })
  const duties = table?.roles.find((entry) => entry.role === chosen)?.duties ?? []
  const offered = mayAppoint.filter(isAppointed).filter((option) => option !== role)
  const confirm = async () => {
    if (!chosen) return
    const { ok } = await appointing.run({ communityId, memberId, role: chosen })
    if (!ok) return
    setChosen(null)
    toast(t('community.appointDone', { name: nickname, role: t(`community.${chosen}`) }), {
      kind: 'done',
    })
  }
  return (
    <View className="member__appoint">
      <ChoiceField
        label={t('community.appoint')}
        why={t('community.appointNow', { role: t(`community.${role}`) })}
        options={offered.map((option) => ({ value: option, label: t(`community.${option}`) }))}
        value={chosen}
        onChange={(value) => setChosen(offered.find((option) => option === value) ?? null)}
      />
      <Refusal error={appointing.error} onRetry={() => void confirm()} />
      {chosen && (
        <>
          <View className="member__since">
            {t('community.appointTo', {
              role: t(`community.${chosen}`),
              name: nickname,
              duties: dutyNames(duties),
            })}
          </View>
          <View className="member__confirm">
            <Button full busy={appointing.busy} onClick={() => void confirm()}>
              {t('community.appointConfirm', { role: t(`community.${chosen}`) })}
            </Button>
          </View>
        </>
      )}
    </View>
  )
}

/** Ownership is handed over, never given by appointment. */
const isAppointed = (role: Role): role is Appointed => role !== 'owner'
