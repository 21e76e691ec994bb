const tcb = require('@cloudbase/node-sdk')

const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })

const actions = {
  async find(db, { collection, where = {}, order = [], limit }) {
    let query = db.collection(collection).options({ raw: true }).where(where)
    for (const [field, direction] of order) query = query.orderBy(field, direction)
    if (limit) query = query.limit(limit)
    return (await query.get()).data
  },
  async sideBySide(db, { collection }) {
    await Promise.all([1, 2, 3].map((n) => db.collection(collection).where({ n }).get()))
  },
  async oneByOne(db, { collection }) {
    for (const n of [1, 2, 3]) await db.collection(collection).where({ n }).get()
  },
  async transfer(db, { collection }) {
    await db.runTransaction(async (transaction) => {
      const documents = transaction.collection(collection)
      const { data } = await documents.doc('counter').get()
      await documents.doc('counter').update({ n: data.n + 1 })
      await documents.add({ note: 'counted' })
    })
  },
  async crowdedTransaction(db, { collection }) {
    const transaction = await db.startTransaction()
    const documents = transaction.collection(collection)
    const results = await Promise.allSettled([
      documents.doc('counter').update({ n: 100 }),
      documents.doc('other').set({ n: 100 }),
    ])
    return results.map((result) => result.reason?.code ?? 'done')
  },
}

/** Does what the test asks of the database, so that the cloud's figures of it can be read. */
exports.main = async (event) => actions[event.action](app.database(), event)
