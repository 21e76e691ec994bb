import { useState } from 'react'
import { isPassCode } from '../../../../types/pass'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { Page } from '../../../components/Page'
import { Refusal } from '../../../components/Refusal'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useEnterCommunity } from '../../../hooks/use-entrance'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { useParams } from '../../../services/navigate'

const TYPED_MAX = 20

/** Comes in by a pass: for the platform's reviewer, who is in no group. */
export default function PassPage() {
  const given = useParams('entry.pass').code ?? ''
  const [code, setCode] = useState(given)
  const [isMistyped, setMistyped] = useState(false)
  const using = useWrite('entry.usePass', ['community.enter'])
  const enter = useEnterCommunity()
  const use = async () => {
    setMistyped(!isPassCode(code))
    if (!isPassCode(code)) return
    const result = await using.run({ code })
    if (!result.ok) return
    toast(t('entry.passIn'), { kind: 'done' })
    await enter(result.data.communityId)
  }
  return (
    <Page
      title={t('entry.passTitle')}
      lead={t('entry.passLead')}
      footer={
        <FixedAction note={t('entry.passNote')}>
          <Button full busy={using.busy} onClick={() => void use()}>
            {t('entry.passUse')}
          </Button>
        </FixedAction>
      }
    >
      <Refusal error={using.error} busy={using.busy} onRetry={() => void use()} />
      <TextField
        label={t('entry.passCode')}
        placeholder={t('entry.passExample')}
        maxLength={TYPED_MAX}
        value={code}
        error={isMistyped ? t('entry.passMistyped') : undefined}
        onChange={(value) => {
          setMistyped(false)
          using.clear()
          setCode(value)
        }}
      />
    </Page>
  )
}
