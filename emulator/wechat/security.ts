import { randomUUID } from 'node:crypto'
import { checkedTextCharsMax, mediaCheckDelayMs, visitLifeMs } from '../limits'
import type { Interface } from './interface'
import {
  type Fields,
  fieldsOf,
  requireOneOf,
  requireOpenid,
  requireText,
  WeChatError,
} from './reply'

const scenes = [1, 2, 3, 4]
const pass = { suggest: 'pass', label: 100 }

/** Version 2 of the check of a text. By itself everything passes; tests script what does not. */
export const msgSecCheck: Interface = ({ visits }, data, { scripted }) => {
  checkAuthor(visits, data)
  const content = requireText(data, 'content')
  if ([...content].length > checkedTextCharsMax) {
    throw new WeChatError(45002, `content size out of limit: ${checkedTextCharsMax} characters`)
  }
  const result = { ...pass, ...fieldsOf(scripted?.answer?.result) }
  return { detail: [detailOf(result)], trace_id: randomUUID(), result }
}

/** Version 2 of the check of a picture or a sound; what it found is told later by a message. */
export const mediaCheckAsync: Interface = async ({ visits, pushes, canLoad }, data, caller) => {
  checkAuthor(visits, data)
  const address = requireText(data, 'media_url')
  if (!URL.canParse(address)) throw new WeChatError(47001, 'data format error: media_url')
  requireOneOf(data, 'media_type', [1, 2], 47001)
  const { push } = caller.scripted ?? {}
  const trace_id = randomUUID()
  const errcode = push?.errcode ?? ((await canLoad(address)) ? 0 : -1008)
  const result = { ...pass, ...push?.result }
  const found = errcode === 0 ? { detail: [detailOf(result)], result } : { detail: [] }
  pushes.add(
    {
      ToUserName: 'gh_local',
      FromUserName: String(data.openid),
      CreateTime: Math.floor(caller.nowMs / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: caller.appid,
      trace_id,
      version: 2,
      errcode,
      errmsg: errcode === 0 ? 'ok' : 'the media cannot be checked',
      ...found,
    },
    push?.delayMs ?? mediaCheckDelayMs,
  )
  return { trace_id }
}

/** How likely a user is to mean harm: 0, unless a test says otherwise. */
export const getUserRiskRank: Interface = ({ visits, nextId }, data, { appid }) => {
  const openid = requireOpenid(data)
  if (data.appid !== appid) throw new WeChatError(43104, 'this appid does not have the openid')
  requireOneOf(data, 'scene', [0, 1], 40129)
  requireText(data, 'client_ip')
  checkVisit(visits, openid)
  return { errmsg: 'getuserriskrank succ', risk_rank: 0, unoin_id: nextId() }
}

function checkAuthor(visits: (openid: string) => number | undefined, data: Fields): void {
  if (data.version !== 2) throw new WeChatError(47001, 'version must be 2: version 1 has ended')
  requireOneOf(data, 'scene', scenes, 40129)
  checkVisit(visits, requireOpenid(data))
}

/** WeChat judges only what people send who were in the app just now. */
function checkVisit(visits: (openid: string) => number | undefined, openid: string): void {
  const agoMs = visits(openid)
  if (agoMs === undefined || agoMs > visitLifeMs) {
    throw new WeChatError(61010, 'code is expired: the user has not visited within two hours')
  }
}

function detailOf(result: Fields) {
  const { suggest, label } = result
  return { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }
}
