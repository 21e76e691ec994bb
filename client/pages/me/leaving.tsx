import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { ListGroup, ListRow } from '../../components/ListRow'
import { Refusal } from '../../components/Refusal'
import { RuleList } from '../../components/RuleList'
import { Sheet } from '../../components/Sheet'
import { toast } from '../../components/Toast'
import { type Membership, useEntrance } from '../../hooks/use-entrance'
import { useSession } from '../../hooks/use-session'
import { useWrite } from '../../hooks/use-write'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'

/** The way out, with what it means said before. */
export function Leaving({ membership }: { membership: Membership }) {
  const { id: communityId, name } = membership
  const [isAsked, setAsked] = useState(false)
  const leaving = useWrite('member.leave')
  const { refresh } = useEntrance()
  const { openCommunity } = useSession()
  const leave = async () => {
    const { ok } = await leaving.run({ communityId })
    if (!ok) return
    setAsked(false)
    openCommunity(null)
    await refresh()
    toast(t('member.leaveDone', { name }), { kind: 'done' })
    await navigate('home')
  }
  return (
    <>
      <ListGroup>
        <ListRow icon="leave" title={t('member.leave')} onClick={() => setAsked(true)} />
      </ListGroup>
      <Sheet
        open={isAsked}
        title={t('member.leaveTitle', { name })}
        onClose={() => setAsked(false)}
        footer={
          <Button full kind="danger" busy={leaving.busy} onClick={() => void leave()}>
            {t('member.leaveDo')}
          </Button>
        }
      >
        <Refusal error={leaving.error} busy={leaving.busy} onRetry={() => void leave()} />
        <View className="me-leaving">{t('member.leaveText')}</View>
        <RuleList
          items={[t('member.leaveRequests'), t('member.leavePromises'), t('member.leaveKept')]}
        />
      </Sheet>
    </>
  )
}
