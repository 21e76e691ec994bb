import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const TITLES: Record<string, string> = {
  result: '审核结果通知',
  help: '互助进展提醒',
  deadline: '到期提醒',
  event: '活动提醒',
  order: '兑换进展通知',
  work: '待处理提醒',
}

/** Which of WeChat's messages go to which function. */
export const PUSHES = [{ msgType: 'event', event: 'wxa_media_check', function: 'pictures' }]

type Template = { id: string; fields: Record<string, string> }

/**
 * What the demo's mini-program has set up at WeChat: the message templates that the functions'
 * local configuration names, so that both speak of the same, and where WeChat's messages go.
 */
export function wechatSettings() {
  const file = join(__dirname, '../../cloudfunctions/functions/timer/config.json')
  const { envVariables } = JSON.parse(readFileSync(file, 'utf8')) as {
    envVariables: { HUZHU_REMINDERS: string }
  }
  const templates = JSON.parse(envVariables.HUZHU_REMINDERS) as Record<string, Template>
  return {
    push: PUSHES,
    templates: Object.entries(templates).map(([topic, { id, fields }]) => ({
      id,
      title: TITLES[topic] ?? topic,
      fields: Object.values(fields),
    })),
  }
}
