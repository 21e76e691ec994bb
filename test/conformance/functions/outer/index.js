const tcb = require('@cloudbase/node-sdk')

const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })

/** Calls another function, as the cloud allows. */
exports.main = async (event) => {
  try {
    return (await app.callFunction({ name: event.name, data: event.data })).result
  } catch (error) {
    return { code: error.code, message: error.message }
  }
}
