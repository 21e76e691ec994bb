const tcb = require('@cloudbase/node-sdk')

const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })

/** Calls the interface of WeChat that the test names; `inBytes` by the older way, with JSON. */
exports.main = async ({ api, data, inBytes }) => {
  if (inBytes) {
    const requestData = Buffer.from(JSON.stringify(data))
    const answer = await app.callCompatibleWxOpenApi({ apiName: api, requestData })
    return Buffer.isBuffer(answer) ? { base64: answer.toString('base64') } : answer
  }
  try {
    return await app.callWxOpenApi({ apiName: api, requestData: data, cgiName: 'commrpcv2' })
  } catch (error) {
    return { code: error.code, message: error.message }
  }
}
