import { View } from '@tarojs/components'
import type { CaseText, Flag } from '../../../../types/moderation'
import { labelOf } from '../parts/words'

interface Props {
  texts: readonly CaseText[]
  flags: readonly Flag[]
}

/** The words of a case, field by field; those that stopped it are marked. */
export const FieldTexts = ({ texts, flags }: Props) =>
  texts.map((entry) => (
    <View key={entry.field} className="review__field">
      <View className="review__label">{labelOf(entry)}</View>
      <View
        className={
          flags.some(({ field }) => field === entry.field)
            ? 'review__text review__text--stopped'
            : 'review__text'
        }
      >
        {entry.text}
      </View>
    </View>
  ))
