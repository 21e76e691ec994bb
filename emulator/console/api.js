/** Asks the cloud's control address; throws a sentence for people when there is no good answer. */
export async function ask(path) {
  return read(await reach(`/_control/${path}`))
}

/** Sends JSON to the control address and answers what came back; throws as `ask` does. */
export async function send(method, path, body) {
  return sendTo(`/_control/${path}`, { method, body })
}

/** A POST as a phone of this person makes it. */
export async function sendAs(person, path, body) {
  return sendTo(path, { method: 'POST', body, headers: { 'x-wx-openid': person.openid } })
}

async function sendTo(address, { method, body, headers = {} }) {
  const response = await reach(address, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return read(response)
}

async function reach(address, options) {
  try {
    return await fetch(address, options)
  } catch {
    throw new Error('连不上本地云：它可能已经停了。')
  }
}

async function read(response) {
  const answer = await response.json().catch(() => ({}))
  if (response.ok) return answer
  const why = answer.message ?? answer.errMsg ?? '没有说明原因'
  throw new Error(`本地云拒绝了（${answer.code ?? response.status}）：${why}`)
}

/** The ways in which an app can be shown: its web build, its compiled mini-program. */
export async function servedApps() {
  const [h5, weapp] = await Promise.all(['/app/', '/weapp/'].map(isServed))
  return [...(h5 ? ['h5'] : []), ...(weapp ? ['weapp'] : [])]
}

async function isServed(address) {
  const response = await fetch(address, { method: 'HEAD' }).catch(() => undefined)
  return response?.ok === true
}

/** An address under which a stored file can be shown; other addresses stay as they are. */
export async function fileAddress(source) {
  if (!source.startsWith('cloud://')) return source
  const { fileList } = await sendTo('/wx/temp-file-url', {
    method: 'POST',
    body: { fileList: [source] },
  })
  return fileList[0]?.tempFileURL ?? ''
}
