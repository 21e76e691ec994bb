import { View } from '@tarojs/components'
import { Skeleton, SkeletonBar } from '../../components/Skeleton'

/** A greeting and cards: the shape of what comes. */
export function HomeSkeleton() {
  return (
    <View>
      <View className="home-skeleton">
        <SkeletonBar width={46} />
        <SkeletonBar width={64} />
      </View>
      <Skeleton count={4} />
    </View>
  )
}
