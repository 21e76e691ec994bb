import {
  type CloudProcess,
  codeOf,
  describeLocal,
  newCollection,
  startCloudProcess,
  type Transaction,
} from './cloud'

let cloud: CloudProcess
beforeAll(async () => {
  cloud = await startCloudProcess()
})
afterAll(() => cloud.close())

const begin = () => cloud.db.startTransaction()

async function numberOf(name: string, id: string): Promise<number | undefined> {
  const [document] = (await cloud.db.collection(name).doc(id).get()).data
  return (document as { n: number } | undefined)?.n
}

test('what a transaction wrote is seen by itself at once and by others after the commit', async () => {
  const name = await newCollection(cloud, [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
  const transaction = await begin()
  const inside = transaction.collection(name)
  await inside.doc('a').update({ n: 2 })
  await inside.doc('b').remove()
  const { id } = (await inside.add({ n: 3 })) as { id: string }
  await inside.doc('d').set({ n: 4 })
  expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', n: 2 })
  expect((await inside.doc('b').get()).data).toBeNull()
  expect((await inside.doc(id).get()).data).toEqual({ _id: id, n: 3 })
  expect([await numberOf(name, 'a'), await numberOf(name, 'b')]).toEqual([1, 1])
  expect(await numberOf(name, id)).toBeUndefined()
  await transaction.commit()
  expect([await numberOf(name, 'a'), await numberOf(name, 'b')]).toEqual([2, undefined])
  expect([await numberOf(name, id), await numberOf(name, 'd')]).toEqual([3, 4])
})

test('a rollback leaves nothing and ends the transaction', async () => {
  const name = await newCollection(cloud, [{ _id: 'a', n: 1 }])
  const transaction = await begin()
  await transaction.collection(name).doc('a').update({ n: 2 })
  await transaction.collection(name).add({ _id: 'b', n: 2 })
  await transaction.rollback()
  expect([await numberOf(name, 'a'), await numberOf(name, 'b')]).toEqual([1, undefined])
  expect(await codeOf(transaction.collection(name).doc('a').get())).toBe(
    'DATABASE_TRANSACTION_FAIL',
  )
  expect(await codeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL')
})

test('a transaction keeps reading the state it began with', async () => {
  const name = await newCollection(cloud, [{ _id: 'a', n: 1 }])
  const transaction = await begin()
  await cloud.db.collection(name).doc('a').update({ n: 2 })
  await cloud.db.collection(name).add({ _id: 'b', n: 2 })
  const inside = transaction.collection(name)
  expect((await inside.doc('a').get()).data).toMatchObject({ n: 1 })
  expect((await inside.doc('b').get()).data).toBeNull()
  expect((await inside.where({ n: 2 }).get()).data).toEqual([])
  await transaction.rollback()
})

test('the second writer of a document gets a conflict at once and its transaction is over', async () => {
  const name = await newCollection(cloud, [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
  const [first, second] = [await begin(), await begin()]
  await second.collection(name).doc('b').update({ n: 9 })
  await first.collection(name).doc('a').update({ n: 2 })
  expect(await codeOf(second.collection(name).doc('a').update({ n: 3 }))).toBe(
    'DATABASE_TRANSACTION_CONFLICT',
  )
  expect(await codeOf(second.collection(name).doc('b').get())).toBe('DATABASE_TRANSACTION_FAIL')
  // What the second one had locked is free again.
  await first.collection(name).doc('b').update({ n: 5 })
  await first.commit()
  expect([await numberOf(name, 'a'), await numberOf(name, 'b')]).toEqual([2, 5])
})

test('a document that changed since the beginning cannot be written', async () => {
  const name = await newCollection(cloud, [{ _id: 'a', n: 1 }])
  const transaction = await begin()
  await cloud.db.collection(name).doc('a').update({ n: 2 })
  expect(await codeOf(transaction.collection(name).doc('a').update({ n: 3 }))).toBe(
    'DATABASE_TRANSACTION_CONFLICT',
  )
  expect(await numberOf(name, 'a')).toBe(2)
})

test('two transactions that insert the same id: one of them', async () => {
  const name = await newCollection(cloud)
  const [first, second] = [await begin(), await begin()]
  await first.collection(name).add({ _id: 'same', n: 1 })
  expect(await codeOf(second.collection(name).add({ _id: 'same', n: 2 }) as Promise<unknown>)).toBe(
    'DATABASE_TRANSACTION_CONFLICT',
  )
  await first.commit()
  const third = await begin()
  expect(await codeOf(third.collection(name).add({ _id: 'same', n: 3 }) as Promise<unknown>)).toBe(
    'DATABASE_DUPLICATE_WRITE',
  )
  expect(await numberOf(name, 'same')).toBe(1)
})

test('write skew is possible: both read both, each writes one', async () => {
  const name = await newCollection(cloud, [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
  const [first, second] = [await begin(), await begin()]
  for (const transaction of [first, second]) {
    await transaction.collection(name).doc('a').get()
    await transaction.collection(name).doc('b').get()
  }
  await first.collection(name).doc('a').update({ n: 0 })
  await second.collection(name).doc('b').update({ n: 0 })
  await first.commit()
  await second.commit()
  expect([await numberOf(name, 'a'), await numberOf(name, 'b')]).toEqual([0, 0])
})

test('a plain write waits for the transaction that holds the document', async () => {
  const name = await newCollection(cloud, [{ _id: 'a', n: 1 }])
  const transaction = await begin()
  await transaction.collection(name).doc('a').update({ n: 10 })
  let isDone = false
  const plain = cloud.db
    .collection(name)
    .where({ n: cloud.db.command.gt(0) })
    .update({ n: cloud.db.command.inc(1) })
    .then((result) => {
      isDone = true
      return result
    })
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(isDone).toBe(false)
  expect(await numberOf(name, 'a')).toBe(1)
  await transaction.commit()
  expect((await plain).updated).toBe(1)
  expect(await numberOf(name, 'a')).toBe(11)
})

test('update and remove by query, count and aggregate run outside the transaction', async () => {
  const name = await newCollection(cloud, [
    { _id: 'a', n: 1 },
    { _id: 'gone', n: 1 },
  ])
  const transaction = await begin()
  const inside = transaction.collection(name)
  await inside.where({ _id: 'a' }).update({ n: 2 })
  expect(await numberOf(name, 'a')).toBe(2)
  expect((await inside.where({ _id: 'gone' }).remove()).deleted).toBe(1)
  expect(await numberOf(name, 'gone')).toBeUndefined()
  // What it began with is still what it reads itself.
  expect((await inside.doc('a').get()).data).toMatchObject({ n: 1 })
  expect((await inside.doc('gone').get()).data).toMatchObject({ n: 1 })
  await inside.add({ _id: 'b', n: 1 })
  expect((await inside.count()).total).toBe(1)
  expect((await inside.aggregate().match({ n: 1 }).end()).data).toEqual([])
  await transaction.rollback()
  expect(await numberOf(name, 'a')).toBe(2)
  expect(await numberOf(name, 'gone')).toBeUndefined()
})

test('twenty transactions on one counter: what the SDK does not repeat fails with a conflict', async () => {
  const name = await newCollection(cloud, [{ _id: 'a', n: 0 }])
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      cloud.db.runTransaction(async (transaction: Transaction) => {
        const document = transaction.collection(name).doc('a')
        const { data } = await document.get()
        await document.update({ n: (data as unknown as { n: number }).n + 1 })
      }),
    ),
  )
  const done = results.filter((result) => result.status === 'fulfilled').length
  const codes = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason.code] : [],
  )
  expect(done).toBeGreaterThan(0)
  expect(new Set(codes)).toEqual(new Set(codes.length > 0 ? ['DATABASE_TRANSACTION_CONFLICT'] : []))
  expect(await numberOf(name, 'a')).toBe(done)
})

/**
 * All schedules of two transactions that each read, write and commit one counter: whatever the
 * order, what was committed is what the counter counts.
 */
test('no schedule of two increments loses one', async () => {
  for (const schedule of interleavings('rwc', 'rwc')) {
    const name = await newCollection(cloud, [{ _id: 'a', n: 0 }])
    const runs = [await begin(), await begin()].map((transaction) => ({
      transaction,
      n: 0,
      code: '',
    }))
    for (const { who, step } of schedule) {
      const run = runs[who]
      if (run === undefined || run.code !== '') continue
      const document = run.transaction.collection(name).doc('a')
      const work = async () => {
        if (step === 'r') run.n = ((await document.get()).data as unknown as { n: number }).n
        if (step === 'w') await document.update({ n: run.n + 1 })
        if (step === 'c') await run.transaction.commit()
      }
      run.code = (await codeOf(work())) ?? ''
    }
    const committed = runs.filter((run) => run.code === '').length
    const written = schedule.map(({ who, step }) => `${step}${who}`).join(' ')
    expect([written, await numberOf(name, 'a')]).toEqual([written, committed])
    expect(committed).toBeGreaterThan(0)
    expect(runs.every((run) => ['', 'DATABASE_TRANSACTION_CONFLICT'].includes(run.code))).toBe(true)
  }
})

function interleavings(a: string, b: string): { who: 0 | 1; step: string }[][] {
  if (a === '' && b === '') return [[]]
  const next = (who: 0 | 1, step: string, rest: { who: 0 | 1; step: string }[][]) =>
    rest.map((schedule) => [{ who, step }, ...schedule])
  return [
    ...(a === '' ? [] : next(0, a.charAt(0), interleavings(a.slice(1), b))),
    ...(b === '' ? [] : next(1, b.charAt(0), interleavings(a, b.slice(1)))),
  ]
}

describeLocal('only here', () => {
  test('unique keys are locked, checked against own writes, and may be swapped', async () => {
    const name = await newCollection(cloud)
    const keys = [{ Name: 'seat', Direction: '1' }]
    const indexes = [{ IndexName: 'seat', MgoKeySchema: { MgoIndexKeys: keys, MgoIsUnique: true } }]
    await cloud.post('/_control/collections', { collections: [{ name, indexes }] })
    await cloud.db.collection(name).add([
      { _id: 'a', seat: 1 },
      { _id: 'b', seat: 2 },
    ] as never)
    const [first, second] = [await begin(), await begin()]
    await first.collection(name).add({ _id: 'c', seat: 3 })
    expect(
      await codeOf(second.collection(name).add({ _id: 'd', seat: 3 }) as Promise<unknown>),
    ).toBe('DATABASE_TRANSACTION_CONFLICT')
    expect(await codeOf(first.collection(name).doc('e').set({ seat: 3 }))).toBe(
      'DATABASE_DUPLICATE_WRITE',
    )
    const swap = await begin()
    const inside = swap.collection(name)
    await inside.doc('a').remove()
    await inside.doc('b').update({ seat: 1 })
    await inside.doc('a').set({ seat: 2 })
    await swap.commit()
    const { data } = await cloud.db.collection(name).orderBy('seat', 'asc').get()
    expect(data).toEqual([
      { _id: 'b', seat: 1 },
      { _id: 'a', seat: 2 },
    ])
    expect(await codeOf(cloud.db.collection(name).add({ seat: 2 }))).toBe(
      'DATABASE_DUPLICATE_WRITE',
    )
  })

  test('a transaction that takes too long is over, and its locks are free', async () => {
    const name = await newCollection(cloud, [{ _id: 'a', n: 1 }])
    const transaction = await begin()
    await transaction.collection(name).doc('a').update({ n: 2 })
    await cloud.post('/_control/clock', { offsetMs: 31_000 })
    expect(await codeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    await cloud.db.collection(name).doc('a').update({ n: 3 })
    expect(await numberOf(name, 'a')).toBe(3)
    await cloud.post('/_control/clock', { offsetMs: 0 })
  })

  test('two operations of one transaction at once end it', async () => {
    const name = await newCollection(cloud, [{ _id: 'counter', n: 0 }])
    for (let round = 0; round < 10; round++) {
      const { body } = await cloud.call('database', {
        action: 'crowdedTransaction',
        collection: name,
      })
      expect(body).toContain('DATABASE_TRANSACTION_FAIL')
    }
    expect(await numberOf(name, 'other')).toBeUndefined()
    expect(await numberOf(name, 'counter')).toBe(0)
  })
})
