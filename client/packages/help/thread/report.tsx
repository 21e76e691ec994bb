import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Refusal } from '../../../components/Refusal'
import { Sheet } from '../../../components/Sheet'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'

interface Props {
  about: { communityId: string; requestId: string; messageId: string }
  onDone: () => void
}

/** Asks a moderator to look at another's message, after a word on what comes of it. */
export function Report({ about, onDone }: Props) {
  const [isAsked, setAsked] = useState(false)
  const reporting = useWrite('help.reportMessage')
  const report = async () => {
    const { ok } = await reporting.run(about)
    if (!ok) return
    setAsked(false)
    toast(t('help.threadReported'), { kind: 'done' })
    onDone()
  }
  return (
    <>
      <Button small kind="quiet" icon="shield" onClick={() => setAsked(true)}>
        {t('help.threadReport')}
      </Button>
      <Sheet
        open={isAsked}
        title={t('help.threadReportTitle')}
        onClose={() => setAsked(false)}
        footer={
          <Button full kind="danger" busy={reporting.busy} onClick={() => void report()}>
            {t('help.threadReportDo')}
          </Button>
        }
      >
        <Refusal error={reporting.error} busy={reporting.busy} onRetry={() => void report()} />
        {t('help.threadReportText')}
      </Sheet>
    </>
  )
}
