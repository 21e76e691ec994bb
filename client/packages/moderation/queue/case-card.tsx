import { View } from '@tarojs/components'
import type { ReviewedCase } from '../../../../types/moderation'
import { CLAIM_MINUTES } from '../../../../types/moderation'
import { Card } from '../../../components/Card'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { Author } from './author'
import { FieldTexts } from './field-texts'
import { Flags } from './flags'
import { Pictures } from './pictures'

/** A case as its moderator reads it: what was written, why it stopped, and who wrote it. */
export function CaseCard({ found, timeZone }: { found: ReviewedCase; timeZone: string }) {
  const { kind, submittedAt, flags, texts, pictures } = found
  return (
    <Card slip={<Author found={found} timeZone={timeZone} />}>
      <View className="review__top">
        <Tag>{t(`moderation.kind_${kind}`)}</Tag>
        <View className="review__ago">{ago(submittedAt, timeZone)}</View>
      </View>
      <Flags flags={flags} />
      <FieldTexts texts={texts} flags={flags} />
      <Pictures pictures={pictures} />
      {found.claim === 'mine' && (
        <View className="review__claim">
          {t('moderation.claimNote', { minutes: CLAIM_MINUTES })}
        </View>
      )}
    </Card>
  )
}
