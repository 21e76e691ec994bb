import { previewUser } from './preview-user'
import type { CallFunction } from './types'

const TIMEOUT_MS = 20_000

/** Sends a request to the local cloud as the simulated user. */
export async function postToCloud(path: string, body: object): Promise<unknown> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  try {
    const response = await fetch(`${HUZHU_CLOUD_URL}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': previewUser },
      body: JSON.stringify(body),
      signal: abort.signal,
    })
    if (!response.ok) throw new Error(`the cloud answered ${response.status}`)
    return await response.json()
  } finally {
    clearTimeout(timer)
  }
}

export const callFunction: CallFunction = (name, data) => postToCloud(`/call/${name}`, data)
