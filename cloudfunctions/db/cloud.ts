import tcb from '@cloudbase/node-sdk'

/**
 * The one connection of a function. The environment decides where it leads: the real cloud, or the
 * local one; the code is the same.
 */
const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, timeout: 10_000 })

export const database = app.database()
export const command = database.command
export const storage = {
  getTempFileURL: app.getTempFileURL.bind(app),
  getFileInfo: app.getFileInfo.bind(app),
  uploadFile: app.uploadFile.bind(app),
  deleteFile: app.deleteFile.bind(app),
  getUploadMetadata: app.getUploadMetadata.bind(app),
}
/** WeChat's server interfaces, over the same connection. */
export const callWxOpenApi = app.callWxOpenApi.bind(app)
