const tcb = require('@cloudbase/node-sdk')

const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })

const ways = {
  throw: () => {
    throw new Error('the sum does not add up')
  },
  exit: () => process.exit(3),
  loop: () => {
    for (;;);
  },
  forever: () => new Promise(() => {}),
  hoard: () => {
    const kept = []
    for (;;) kept.push(new Array(1e6).fill(Math.random()))
  },
  stray: () =>
    new Promise(() => {
      setTimeout(() => {
        throw new Error('nobody waits for this')
      }, 10)
    }),
  large: () => 'x'.repeat(2 * 1024 * 1024),
  circular: () => {
    const circle = {}
    circle.self = circle
    return circle
  },
  nothing: () => undefined,
  async holdLock({ collection }) {
    const transaction = await app.database().startTransaction()
    await transaction.collection(collection).doc('locked').update({ n: 2 })
    process.exit(1)
  },
}

/** Fails in every way a function can. */
exports.main = async (event) => ways[event.way](event)
