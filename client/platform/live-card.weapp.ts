import Taro from '@tarojs/taro'
import type { Enliven } from './types'

/** WeChat asks before it shares: the menu keeps what was said last. A phone that is too old shares a plain card. */
export const enliven: Enliven = (card) => {
  if (!Taro.canIUse('updateShareMenu')) return
  const menu =
    card === null
      ? { withShareTicket: true, isUpdatableMessage: false }
      : {
          withShareTicket: true,
          isUpdatableMessage: true,
          activityId: card.activityId,
          templateInfo: {
            parameterList: [
              { name: 'member_count', value: String(card.taken) },
              { name: 'room_limit', value: String(card.total) },
            ],
          },
        }
  void Promise.resolve(Taro.updateShareMenu(menu as Taro.updateShareMenu.Option)).catch(
    () => undefined,
  )
}
