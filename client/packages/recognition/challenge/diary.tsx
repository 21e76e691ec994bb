import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { DiaryEntry } from '../../../../types/challenge'
import { Avatar } from '../../../components/Avatar'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { LevelTag } from '../../../components/LevelTag'
import { ListBody } from '../../../components/ListBody'
import { MoreFoot } from '../../../components/MoreFoot'
import type { PagesState } from '../../../hooks/use-pages'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'

const LONG = 6

/** What people wrote, the latest first. */
export function Diary({ pages, timeZone }: { pages: PagesState<DiaryEntry>; timeZone: string }) {
  const { items, error, refresh, hasMore, isLoadingMore, loadMore } = pages
  return (
    <ListBody items={items} error={error} onRetry={() => void refresh()}>
      {items?.length === 0 && (
        <Empty
          picture="thanks"
          title={t('recognition.noEntries')}
          text={t('recognition.noEntriesText')}
        />
      )}
      {items?.map((entry) => (
        <Entry key={entry.entryId} entry={entry} timeZone={timeZone} />
      ))}
      {items && (
        <MoreFoot {...{ hasMore, isLoadingMore }} onMore={loadMore} isLong={items.length > LONG} />
      )}
    </ListBody>
  )
}

function Entry({ entry, timeZone }: { entry: DiaryEntry; timeZone: string }) {
  const { from, words, pictures, createdAt } = entry
  return (
    <Card>
      <View className="diary__by">
        <Avatar id={from.avatar} size="small" frame={from.frame} />
        <View className="diary__name">{from.nickname}</View>
        {from.level && <LevelTag level={from.level} />}
        <View className="diary__when">{ago(createdAt, timeZone)}</View>
      </View>
      <View className="diary__words">{words}</View>
      {pictures.length > 0 && (
        <View className="diary__pictures">
          {pictures.map((address, n) => (
            <Image
              key={address}
              className="diary__picture"
              src={address}
              mode="aspectFill"
              onClick={() => void Taro.previewImage({ current: address, urls: pictures })}
              ariaLabel={t('recognition.pictureOf', { name: from.nickname, n: n + 1 })}
            />
          ))}
        </View>
      )}
    </Card>
  )
}
