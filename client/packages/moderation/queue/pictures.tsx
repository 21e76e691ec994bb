import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { spoken } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import { t } from '../../../i18n'

/** Pictures a moderator decides to look at: blurred until tapped (H13). */
export function Pictures({ addresses }: { addresses: readonly string[] }) {
  const [seen, setSeen] = useState<readonly string[]>([])
  if (addresses.length === 0) return null
  return (
    <View className="review__pictures">
      {addresses.map((address, n) => {
        const isSeen = seen.includes(address)
        const label = t(isSeen ? 'moderation.pictureShown' : 'moderation.picture', {
          number: n + 1,
        })
        return (
          <View
            key={address}
            className="review__picture"
            onClick={() => setSeen([...seen, address])}
            {...spoken({ role: 'button', label, focusable: true })}
          >
            <Image
              className={cx('review__image', !isSeen && 'review__image--blurred')}
              src={address}
              mode="aspectFill"
              {...spoken({ label })}
            />
          </View>
        )
      })}
    </View>
  )
}
