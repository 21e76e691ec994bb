const tcb = require('@cloudbase/node-sdk')

let calls = 0

/** Answers what it was given and how the cloud introduced its caller. */
exports.main = async (event, context) => {
  calls++
  console.log('echo was called', event.word ?? '')
  const { WX_OPENID, WX_APPID, TCB_SOURCE, TRIGGER_SRC, WX_OPEN_DATA_INFO } =
    tcb.getCloudbaseContext(context)
  return {
    event,
    calls,
    openid: WX_OPENID ?? null,
    appid: WX_APPID ?? null,
    source: TCB_SOURCE ?? null,
    trigger: TRIGGER_SRC ?? null,
    openData: WX_OPEN_DATA_INFO ? JSON.parse(WX_OPEN_DATA_INFO) : null,
    now: Date.now(),
    isDate: new Date() instanceof Date && Object.prototype.toString.call(new Date()),
  }
}
