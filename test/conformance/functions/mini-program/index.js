const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** A function as the mini-program's own documentation shows it. */
exports.main = async ({ step, ...event }) => {
  const { OPENID, APPID, ENV, SOURCE } = cloud.getWXContext()
  const db = cloud.database()
  switch (step) {
    case 'context':
      return { OPENID, APPID, ENV, SOURCE }
    case 'database': {
      await db.collection(event.collection).add({ data: { _openid: OPENID, n: 1 } })
      await db
        .collection(event.collection)
        .where({ _openid: OPENID })
        .update({ data: { n: db.command.inc(1), at: db.serverDate() } })
      const { data } = await db.collection(event.collection).where({ n: 2 }).get()
      return data.map(({ _openid, n, at }) => ({ _openid, n, isDate: at instanceof Date }))
    }
    case 'transaction':
      return db.runTransaction(async (transaction) => {
        const counter = transaction.collection(event.collection).doc('counter')
        const { data } = await counter.get()
        await counter.update({ data: { n: data.n + 1 } })
        return data.n + 1
      })
    case 'storage': {
      const fileContent = Buffer.from('from a function')
      const { fileID } = await cloud.uploadFile({ cloudPath: 'wx/hello.txt', fileContent })
      const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] })
      const { fileContent: content } = await cloud.downloadFile({ fileID })
      const removed = await cloud.deleteFile({ fileList: [fileID] })
      return [fileList[0].status, content.toString(), removed.fileList[0].status]
    }
    case 'call':
      return (await cloud.callFunction({ name: 'echo', data: { word: 'hi' } })).result
    case 'check':
      return cloud.openapi.security
        .msgSecCheck({ content: event.content, version: 2, scene: 2, openid: OPENID })
        .catch(({ errCode }) => ({ errCode }))
    case 'code': {
      const { contentType, buffer } = await cloud.openapi.wxacode.getUnlimited({
        scene: 'a=1',
        isHyaline: true,
      })
      return { contentType, base64: buffer.toString('base64') }
    }
    case 'unpermitted':
      return cloud.openapi.security.imgSecCheck({}).catch(({ errCode }) => ({ errCode }))
    case 'forbidden':
      return cloud.openapi.updatableMessage.createActivityId().catch(({ errCode }) => ({ errCode }))
    default:
      throw new Error(`no step ${step}`)
  }
}
