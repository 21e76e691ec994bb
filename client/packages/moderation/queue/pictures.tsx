import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import type { CasePicture } from '../../../../types/moderation'
import { spoken } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import { reasonWords } from '../parts/words'

/** Pictures a moderator decides to look at: blurred until tapped (H13), with what was found in each. */
export function Pictures({ pictures }: { pictures: readonly CasePicture[] }) {
  const [seen, setSeen] = useState<readonly string[]>([])
  if (pictures.length === 0) return null
  return (
    <View className="review__pictures">
      {pictures.map(({ address, fileId, found }, n) => {
        const isSeen = seen.includes(fileId)
        const label = t(isSeen ? 'moderation.pictureShown' : 'moderation.picture', {
          number: n + 1,
        })
        return (
          <View key={fileId} className="review__picture">
            <View
              className="review__frame"
              onClick={() => setSeen([...seen, fileId])}
              {...spoken({ role: 'button', label, focusable: true })}
            >
              <Image
                className={cx('review__image', !isSeen && 'review__image--blurred')}
                src={address}
                mode="aspectFill"
                {...spoken({ label })}
              />
            </View>
            {found.map((reason) => (
              <Tag key={reason} tone="amber">
                {reasonWords(reason)}
              </Tag>
            ))}
          </View>
        )
      })}
    </View>
  )
}
