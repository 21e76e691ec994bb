import { View } from '@tarojs/components'
import type { ReviewedCase } from '../../../../types/moderation'
import { Tag } from '../../../components/Tag'
import { flagWords } from '../parts/words'

/** What the checks have found, in words. */
export const Flags = ({ flags }: Pick<ReviewedCase, 'flags'>) => (
  <View className="review__flags">
    {flagWords(flags).map((words) => (
      <Tag key={words} tone="amber" icon="alert">
        {words}
      </Tag>
    ))}
  </View>
)
