import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import { byWhen } from '../../../i18n/by-when'
import { quickTimes } from '../../../i18n/quick-times'
import type { SheetProps } from './sheet'
import { useAskAgain } from './use-ask-again'

/** By when this time: one tap asks again with the same words. */
export function AskAgainSheet({ ids: { communityId }, request, onClose }: SheetProps) {
  const timeZone = useTimeZone(communityId)
  const again = useAskAgain(request, communityId)
  const times = quickTimes(new Date().toISOString(), timeZone)
  return (
    <Sheet
      open
      title={t('help.askAgainTitle')}
      onClose={onClose}
      footer={
        <Button full kind="secondary" icon="edit" disabled={again.busy} onClick={again.open}>
          {t('help.askAgainEdit')}
        </Button>
      }
    >
      <View className="request-sheet__lead">{t('help.askAgainLead')}</View>
      <Problem error={again.error} communityId={communityId} busy={again.busy} onRetry={onClose} />
      <ListGroup>
        {times.map(({ value, label }) => (
          <ListRow
            key={value}
            icon="clock"
            title={label}
            note={byWhen(value, timeZone)}
            onClick={() => {
              if (!again.busy) void again.send(value)
            }}
          />
        ))}
      </ListGroup>
    </Sheet>
  )
}
