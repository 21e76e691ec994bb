/** Asks the cloud's control address; throws a sentence for people when there is no good answer. */
export async function ask(path) {
  let response
  try {
    response = await fetch(`/_control/${path}`)
  } catch {
    throw new Error('连不上本地云：它可能已经停了。')
  }
  if (!response.ok) {
    const answer = await response.json().catch(() => ({}))
    throw new Error(`本地云回答 ${response.status}：${answer.message ?? '没有说明原因'}`)
  }
  return response.json()
}

/** Whether an app is served beside the console. */
export async function hasApp() {
  const response = await fetch('/app/', { method: 'HEAD' }).catch(() => undefined)
  return response?.ok === true
}
