import { codeWidthDefault, codeWidthMax, codeWidthMin, sceneCharsMax } from '../limits'
import type { Interface } from './interface'
import { drawCode } from './picture'
import { fieldsOf, WeChatError } from './reply'
import { checkPage } from './subscribe-message'

/**
 * A code that opens a page with a `scene`. WeChat's own round code can be read by WeChat alone;
 * this one is a QR code of the same address in WeChat's URL scheme, which any reader understands.
 */
export const getUnlimited: Interface = ({ state }, data, { appid }) => {
  const { scene, page = '', env_version = 'release', width = codeWidthDefault } = data
  const isScene =
    typeof scene === 'string' &&
    scene.length > 0 &&
    scene.length <= sceneCharsMax &&
    /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/.test(scene)
  if (!isScene) throw new WeChatError(40169, 'invalid length for scene, or a character in it')
  const path = String(page)
  if (path.startsWith('/') || path.includes('?')) throw new WeChatError(41030, 'invalid page')
  if (data.check_path !== false) checkPage(state.memory.settings, path)
  if (!['release', 'trial', 'develop'].includes(String(env_version))) {
    throw new WeChatError(40097, 'invalid args: env_version')
  }
  if (!Number.isSafeInteger(width)) throw new WeChatError(47001, 'data format error: width')
  const query = encodeURIComponent(`scene=${encodeURIComponent(scene)}`)
  const address = `weixin://dl/business/?appid=${appid}&path=${path}&query=${query}&env_version=${env_version}`
  const { r = 0, g = 0, b = 0 } = fieldsOf(data.auto_color === true ? {} : data.line_color)
  const bytes = drawCode(address, {
    width: Math.min(Math.max(width as number, codeWidthMin), codeWidthMax),
    colour: [Number(r) & 255, Number(g) & 255, Number(b) & 255],
    isTransparent: data.is_hyaline === true,
  })
  return { contentType: 'image/png', bytes }
}
