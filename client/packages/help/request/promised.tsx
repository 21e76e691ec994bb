import { View } from '@tarojs/components'
import type { OfferView } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { t } from '../../../i18n'
import { inFull } from '../../../i18n/time'
import type { OpenSheet } from './sheet'

interface Props {
  offer: OfferView
  timeZone: string
  onSheet: (sheet: OpenSheet) => void
}

/** What the requester can do about a helper who has not said "done": thank early, or not wait longer. */
export function Promised({ offer, timeZone, onSheet }: Props) {
  const { replaceableAt, helper } = offer
  const { nickname: name } = helper
  const mayReplace = replaceableAt !== null && Date.parse(replaceableAt) <= Date.now()
  return (
    <View className="request-early">
      <Button
        small
        kind="quiet"
        icon="done"
        label={t('help.confirmEarlyNamed', { name })}
        onClick={() => onSheet({ name: 'thanks', offer })}
      >
        {t('help.confirmEarly')}
      </Button>
      {mayReplace && (
        <Button
          small
          kind="quiet"
          icon="refresh"
          label={t('help.replaceNamed', { name })}
          onClick={() => onSheet({ name: 'replace', offer })}
        >
          {t('help.replace')}
        </Button>
      )}
      {replaceableAt !== null && !mayReplace && (
        <View className="request-hint">
          {t('help.replaceFrom', { when: inFull(replaceableAt, timeZone) })}
        </View>
      )}
    </View>
  )
}
