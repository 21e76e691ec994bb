const tcb = require('@cloudbase/node-sdk')

const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })

/** Notes when its timer fired. */
exports.main = async (event, context) => {
  const { TRIGGER_SRC, TCB_SOURCE, WX_OPENID } = tcb.getCloudbaseContext(context)
  const fired = {
    at: app.database().serverDate(),
    type: event.Type,
    name: event.TriggerName,
    trigger: TRIGGER_SRC,
    source: TCB_SOURCE,
    openid: WX_OPENID ?? null,
  }
  await app.database().collection('firings').add(fired)
}
