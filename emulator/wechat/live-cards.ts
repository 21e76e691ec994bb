import { randomBytes } from 'node:crypto'
import { cardLifeMs, cardsKept } from '../limits'
import type { Interface } from './interface'
import { type Fields, fieldsOf, WeChatError } from './reply'
import type { Card } from './state'

/** A new live card; it has no words until the app is shared with it. */
export const createActivityId: Interface = ({ state }, _data, { nowMs }) => {
  const activityId = randomBytes(16).toString('hex')
  const { cards } = state.memory
  cards[activityId] = {
    activityId,
    createdAt: new Date(nowMs).toISOString(),
    expiresAtMs: nowMs + cardLifeMs,
    state: 0,
    parameters: {},
  }
  const [oldest] = Object.keys(cards)
  if (Object.keys(cards).length > cardsKept && oldest !== undefined) delete cards[oldest]
  state.changed()
  return { activity_id: activityId, expiration_time: Math.floor((nowMs + cardLifeMs) / 1000) }
}

/** Changes the words of a live card wherever it was shared: 0 gathers, 1 has begun, 2 is over. */
export const setUpdatableMsg: Interface = ({ state }, data, { nowMs }) => {
  const card = state.memory.cards[String(data.activity_id)]
  if (card === undefined) throw new WeChatError(47501, 'invalid activity_id')
  if (nowMs >= card.expiresAtMs) throw new WeChatError(47504, 'activity_id has expired')
  const target = data.target_state
  if (target !== 0 && target !== 1 && target !== 2) {
    throw new WeChatError(47502, 'invalid target_state')
  }
  if (card.state === 2 || target < card.state || (card.state === 1 && target === 1)) {
    throw new WeChatError(47502, `invalid target_state: ${card.state} cannot become ${target}`)
  }
  const parameters = parametersOf(data.template_info)
  if (target === 0 && (!parameters.member_count || !parameters.room_limit)) {
    throw new WeChatError(47003, 'argument invalid! member_count and room_limit are needed')
  }
  const { version_type } = parameters
  if (version_type !== undefined && !['develop', 'trial', 'release'].includes(version_type)) {
    throw new WeChatError(47503, 'invalid version_type')
  }
  card.state = target
  card.parameters = { ...card.parameters, ...parameters }
  state.changed()
  return {}
}

/** A card as a chat shows it. A card nobody ended is over when its life is. */
export function showCard(card: Card, nowMs: number) {
  const state = nowMs >= card.expiresAtMs ? 2 : card.state
  const { member_count = '0', room_limit = '0' } = card.parameters
  const words = [`成员正在加入，当前 ${member_count}/${room_limit} 人`, '已开始', '已结束']
  const colours = ['#10AEFF', '#07C160', '#CCCCCC']
  return {
    activityId: card.activityId,
    createdAt: card.createdAt,
    expiresAt: new Date(card.expiresAtMs).toISOString(),
    state,
    text: words[state],
    color: colours[state],
    parameters: card.parameters,
  }
}

function parametersOf(info: unknown): Record<string, string> {
  const list = fieldsOf(info).parameter_list
  const pairs = (Array.isArray(list) ? list : []).map((item: Fields) => {
    const { name, value } = fieldsOf(item)
    return [String(name), String(value ?? '')]
  })
  return Object.fromEntries(pairs)
}
