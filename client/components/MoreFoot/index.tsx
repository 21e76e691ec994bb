import { View } from '@tarojs/components'
import { t } from '../../i18n'
import { spoken } from '../a11y'
import { Button } from '../Button'
import './index.scss'

interface Props {
  hasMore: boolean
  isLoadingMore: boolean
  onMore: () => void
  /** Whether the list is long enough for its end to be worth a word. */
  isLong: boolean
}

/** The foot of a list by pages: more by scrolling or, where that does not work, by a tap. */
export function MoreFoot({ hasMore, isLoadingMore, onMore, isLong }: Props) {
  if (!hasMore && !isLong) return null
  return (
    <View className="hz-more" {...spoken({ live: 'polite' })}>
      {hasMore ? (
        <Button kind="quiet" busy={isLoadingMore} onClick={onMore}>
          {t(isLoadingMore ? 'common.loadMore' : 'common.showMore')}
        </Button>
      ) : (
        t('common.noMore')
      )}
    </View>
  )
}
