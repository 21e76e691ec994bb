import Taro from '@tarojs/taro'
import type { AddToCalendar } from './types'

export const addToCalendar: AddToCalendar = async ({ title, about, place, startsAt, endsAt }) => {
  try {
    await Taro.addPhoneCalendar({
      title,
      description: about,
      location: place,
      startTime: Math.floor(Date.parse(startsAt) / 1000),
      endTime: String(Math.floor(Date.parse(endsAt) / 1000)),
      alarm: true,
      // An hour ahead: time to leave the house.
      alarmOffset: 3600,
    })
    return true
  } catch {
    return false
  }
}
