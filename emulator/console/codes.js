import { ask } from './api.js'

/** The longest side of a picture that is searched for a code, in px. */
const LOOK_PX = 640

/** Served by the cloud, out of the package that also draws its codes. */
const DECODER = '/lib/qr/decode.js'

/** Codes that an app has said it shows, by the frame it runs in. */
const announced = new WeakMap()

/** Takes in what an app says about the codes on its screen. */
export function noteCode(frame, { type, text, label }) {
  const codes = announced.get(frame) ?? new Map()
  announced.set(frame, codes)
  if (type === 'code-shown') codes.set(text, { text, label: label || text })
  else codes.delete(text)
}

/**
 * The codes on a phone's screen now: those that its app has announced, and those that can be read
 * from its pictures. Each `{label, text, path?}`; a mini-program code has a path.
 */
export async function codesOn(frame) {
  const found = new Map(announced.get(frame) ?? [])
  for (const { picture, label } of await picturesOn(frame.contentDocument)) {
    const text = await readCode(picture)
    if (text && !found.has(text)) found.set(text, { text, label: label || text })
  }
  return [...found.values()].map(withPath)
}

/** Pictures in sight, also those that are an element's background. */
async function picturesOn(page) {
  const selector = 'img, canvas, [style*="background-image"]'
  const elements = [...(page?.querySelectorAll(selector) ?? [])].filter(isShown)
  return Promise.all(
    elements.map(async (element) => {
      const label = element.ariaLabel ?? element.alt
      const address = /url\("?(.+?)"?\)/.exec(element.style.backgroundImage)?.[1]
      if (address === undefined) return { picture: element, label }
      const picture = new Image(LOOK_PX, LOOK_PX)
      picture.src = address
      await picture.decode().catch(() => {})
      return { picture, label }
    }),
  )
}

/** The mini-program codes that functions or people have had made, newest first. */
export async function madeCodes() {
  const { calls } = await ask('wechat/calls?limit=500')
  const made = calls.filter(
    ({ api, outcome }) => api === 'wxacode.getUnlimited' && outcome === 'picture',
  )
  const codes = made.map(({ request }) => {
    const path = `${request.page ?? ''}?scene=${encodeURIComponent(request.scene)}`
    return { text: '', label: `${request.page || '首页'} · scene ${request.scene}`, path }
  })
  return [...new Map(codes.map((code) => [code.path, code])).values()].slice(0, 8)
}

const isShown = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0

async function readCode(picture) {
  // A drawing without a size of its own is looked at in the size it was given.
  const width = Math.max(picture.naturalWidth ?? 0, picture.width)
  const height = Math.max(picture.naturalHeight ?? 0, picture.height)
  if (width < 21 || height < 21) return undefined
  const scale = Math.min(1, LOOK_PX / Math.max(width, height))
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d')
  try {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const { default: decode } = await import(DECODER)
    return decode(context.getImageData(0, 0, canvas.width, canvas.height))
  } catch {
    // No code in it, or a picture of another origin, whose pixels nobody may read.
    return undefined
  }
}

/** WeChat's own scheme, as the cloud draws it into a mini-program code. */
function withPath(code) {
  if (!code.text.startsWith('weixin://dl/business/')) return code
  const { searchParams } = new URL(code.text)
  const query = searchParams.get('query')
  const path = `${searchParams.get('path') ?? ''}${query ? `?${query}` : ''}`
  return { text: '', label: code.label === code.text ? `小程序码 ${path}` : code.label, path }
}
