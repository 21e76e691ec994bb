import { performance } from 'node:perf_hooks'
import tcb from '@cloudbase/node-sdk'

/** What a bare loop did: how many it settled, in what time, and how often it met another. */
export type Rush = { done: number; seconds: number; conflicts: number }

export type Db = ReturnType<ReturnType<typeof tcb.init>['database']>

/** The official SDK outside of a function, led to the local cloud as a function is. */
export function connect(url: string): Db {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  })
  return tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database()
}

async function sideBySide(
  count: number,
  hands: number,
  work: (n: number) => Promise<number>,
): Promise<Rush> {
  let next = 0
  let conflicts = 0
  const started = performance.now()
  const hand = async () => {
    for (let n = next++; n < count; n = next++) conflicts += await work(n)
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return { done: count, seconds: (performance.now() - started) / 1000, conflicts }
}

/** As large as what the product writes. */
const filling = (length: number) => 'x'.repeat(length)

async function orThrow<T>(operation: Promise<T>): Promise<T> {
  const answer = await operation
  const { code, message } = (answer ?? {}) as { code?: string; message?: string }
  if (code) throw Object.assign(new Error(message), { code })
  return answer
}

/** More than any crowd needs: what fails so often is not contended but wrong. */
const AGAIN_MAX = 200

/** Repeats a transaction until it commits or `work` answers no; counts how often it had to. */
async function untilDone(
  db: Db,
  work: (tx: Awaited<ReturnType<Db['startTransaction']>>) => Promise<void>,
): Promise<number> {
  for (let again = 0; ; again++) {
    const tx = await db.startTransaction()
    try {
      await work(tx)
      await orThrow(tx.commit())
      return again
    } catch (error) {
      if (again >= AGAIN_MAX) throw error
      await tx.rollback(null).catch(() => undefined)
      await new Promise((resolve) =>
        setTimeout(resolve, Math.random() * Math.min(400, 8 * 2 ** again)),
      )
    }
  }
}

type Tx = Awaited<ReturnType<Db['startTransaction']>>
const add = (tx: Tx, name: string, document: object) => orThrow(tx.collection(name).add(document))

/** The reads and writes of a check-in, and nothing else. */
export function runBareCheckIns(db: Db, count: number, hands: number): Promise<Rush> {
  return sideBySide(count, hands, async (n) => {
    const userId = `bare-${n}`
    await Promise.all([
      db.collection('receipts').doc(userId).get(),
      db.collection('members').doc(userId).get(),
      db.collection('communities').doc(userId).get(),
      db
        .collection('checkins')
        .where({ communityId: 'bare', userId })
        .orderBy('day', 'desc')
        .limit(64)
        .get(),
    ])
    return untilDone(db, async (tx) => {
      await add(tx, 'checkins', {
        _id: userId,
        communityId: 'bare',
        userId,
        day: '1',
        slot: '1',
        filling: filling(150),
      })
      await tx.collection('accounts').doc(userId).get()
      await orThrow(
        tx
          .collection('accounts')
          .doc(userId)
          .set({ communityId: 'bare', filling: filling(500) }),
      )
      await add(tx, 'transfers', {
        _id: userId,
        communityId: 'bare',
        order: userId,
        filling: filling(700),
      })
      await add(tx, 'receipts', { _id: userId, sent: true, filling: filling(400) })
    })
  })
}

/** Pieces under a unique key: the reads of everyone, and the writes of those who get one. */
export function runBarePieces(db: Db, count: number, stock: number, hands: number): Promise<Rush> {
  return sideBySide(count, hands, async (n) => {
    for (let met = 0; ; met++) {
      const [taken] = await Promise.all([
        db
          .collection('orders')
          .where({ itemId: 'bare-pieces' })
          .field({ unit: true })
          .limit(1000)
          .get(),
        db.collection('items').doc('bare').get(),
        db
          .collection('orders')
          .where({ itemId: 'bare-pieces', userId: `b${n}` })
          .limit(20)
          .get(),
        db.collection('receipts').doc(`pieces-${n}`).get(),
        db.collection('members').doc(`b${n}`).get(),
        db.collection('communities').doc('bare').get(),
      ])
      const gone = new Set(taken.data.map(({ unit }: { unit: string }) => unit))
      const free = Array.from({ length: stock }, (_, unit) => String(unit)).filter(
        (unit) => !gone.has(unit),
      )
      const unit = free[Math.floor(Math.random() * free.length)]
      if (unit === undefined) return met
      const tx = await db.startTransaction()
      try {
        await add(tx, 'orders', {
          itemId: 'bare-pieces',
          unit,
          userId: `b${n}`,
          nth: `${n}`,
          filling: filling(500),
        })
        await tx.collection('accounts').doc(`b${n}`).get()
        await orThrow(
          tx
            .collection('accounts')
            .doc(`b${n}`)
            .set({ filling: filling(700) }),
        )
        await add(tx, 'receipts', { _id: `pieces-${n}`, sent: true, filling: filling(400) })
        await orThrow(tx.commit())
        return met
      } catch {
        await tx.rollback(null).catch(() => undefined)
      }
    }
  })
}

/** The other design: what is left stands in one document, which everyone writes who gets a piece. */
export function runBareCounter(db: Db, count: number, stock: number, hands: number): Promise<Rush> {
  const ready = db.collection('items').add({ _id: 'bare-counter', left: stock })
  return sideBySide(count, hands, async (n) => {
    await ready
    const { data } = await db.collection('items').doc('bare-counter').get()
    if (data[0].left === 0) return 0
    return untilDone(db, async (tx) => {
      const found = (await tx.collection('items').doc('bare-counter').get()).data as unknown as {
        left: number
      }
      if (found.left === 0) return
      await orThrow(
        tx
          .collection('items')
          .doc('bare-counter')
          .set({ left: found.left - 1 }),
      )
      await tx.collection('accounts').doc(`c${n}`).get()
      await orThrow(
        tx
          .collection('accounts')
          .doc(`c${n}`)
          .set({ filling: filling(700) }),
      )
      await add(tx, 'orders', {
        itemId: 'bare-counter',
        unit: `${n}`,
        userId: `c${n}`,
        nth: `${n}`,
        filling: filling(500),
      })
      await add(tx, 'receipts', { _id: `counter-${n}`, sent: true, filling: filling(400) })
    })
  })
}

/** Seats as one document that single conditional updates change: the reads and writes of a sign-up. */
export function runBareSeats(db: Db, count: number, seats: number, hands: number): Promise<Rush> {
  const ready = db.collection('tallies').add({ _id: 'bare', free: seats, waiting: 0 })
  const { gte, inc } = db.command
  return sideBySide(count, hands, async (n) => {
    await ready
    const userId = `bare-${n}`
    await Promise.all([
      db.collection('receipts').doc(userId).get(),
      db.collection('members').doc(userId).get(),
      db.collection('communities').doc(userId).get(),
      db.collection('events').doc(userId).get(),
      db.collection('tallies').doc('bare').get(),
      db.collection('registrations').doc(userId).get(),
    ])
    const tally = db.collection('tallies')
    const claim = { free: inc(-1), [`pending.${userId}`]: { step: userId } }
    const { updated } = await tally.where({ _id: 'bare', free: gte(1), waiting: 0 }).update(claim)
    const isSeated = (updated ?? 0) > 0
    if (!isSeated) {
      await tally
        .where({ _id: 'bare' })
        .update({ waiting: inc(1), [`pending.${userId}`]: { step: userId } })
    }
    const again = await untilDone(db, async (tx) => {
      await tx.collection('registrations').doc(userId).get()
      await add(tx, 'registrations', {
        _id: userId,
        eventId: 'bare',
        userId,
        state: isSeated ? 'seated' : 'waiting',
        filling: filling(400),
      })
      await add(tx, 'receipts', { _id: userId, sent: true, filling: filling(400) })
    })
    await tally.where({ _id: 'bare' }).update({ [`pending.${userId}`]: db.command.remove() })
    return again
  })
}
