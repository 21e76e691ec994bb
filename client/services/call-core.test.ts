import { describe, expect, test } from '@jest/globals'
import { CallError, type CallerParts, createCaller, stableText } from './call-core'

type Sent = { functionName: string; data: { action: string; input: unknown; key?: string } }

/** A phone whose cloud answers what the list says, one answer a sending; 'lost' never arrives. */
function phone(answers: unknown[], kept = new Map<string, string>()) {
  const sent: Sent[] = []
  const waits: number[] = []
  const clock = { now: 1_000 }
  const parts: CallerParts = {
    send: async (functionName, data) => {
      sent.push({ functionName, data: data as Sent['data'] })
      const answer = answers.shift()
      if (answer === 'lost') throw new Error('request:fail timeout')
      return answer
    },
    storage: {
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
      keys: () => [...kept.keys()],
    },
    wait: async (ms) => void waits.push(ms),
    now: () => clock.now,
    random: () => Math.random(),
  }
  return { caller: createCaller(parts), sent, waits, kept, clock }
}

const done = { ok: true, data: { requestId: 'r1' } }
const refused = (code: string) => ({ ok: false, code, params: { max: 3 }, requestId: 'q1' })

describe('a read', () => {
  test('goes to the function and action that its name says, without a key', async () => {
    const { caller, sent } = phone([done])
    await expect(caller.read('help.getRequest', { requestId: 'r1' })).resolves.toEqual(done.data)
    expect(sent).toEqual([
      { functionName: 'help', data: { action: 'getRequest', input: { requestId: 'r1' } } },
    ])
  })

  test('is tried three times with growing pauses, then fails as network', async () => {
    const { caller, sent, waits } = phone(['lost', 'lost', 'lost'])
    await expect(caller.read('help.getRequest', {})).rejects.toMatchObject({ code: 'network' })
    expect(sent).toHaveLength(3)
    expect(waits).toHaveLength(2)
    expect(waits[0]).toBeGreaterThanOrEqual(200)
    expect(waits[1]).toBeGreaterThanOrEqual(400)
    expect(waits[1]).toBeLessThanOrEqual(800)
  })

  test('takes an answer that is no reply of ours for a lost one', async () => {
    const { caller, sent } = phone(['<html>bad gateway</html>', null, done])
    await expect(caller.read('help.getRequest', {})).resolves.toEqual(done.data)
    expect(sent).toHaveLength(3)
  })

  test('hands a refusal on at once, with its parameters and request id', async () => {
    const { caller, sent } = phone([refused('not_member')])
    const error = await caller.read('help.getRequest', {}).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(CallError)
    expect(error).toMatchObject({ code: 'not_member', params: { max: 3 }, requestId: 'q1' })
    expect(sent).toHaveLength(1)
  })
})

describe('a write', () => {
  test('stores its key before it sends', async () => {
    const kept = new Map<string, string>()
    let keptWhenSent = 0
    const caller = createCaller({
      ...memoryOf(kept),
      send: async () => {
        keptWhenSent = kept.size
        return done
      },
    })
    await caller.write('help.postRequest', { what: 'a' })
    expect(keptWhenSent).toBe(1)
  })

  test('carries one well-formed key through all its tries and forgets it when answered', async () => {
    const { caller, sent, kept } = phone(['lost', 'lost', done])
    await caller.write('help.postRequest', { what: 'a' })
    const keys = new Set(sent.map(({ data }) => data.key))
    expect(keys.size).toBe(1)
    expect([...keys][0]).toMatch(/^[0-9a-z]{26}$/)
    expect(kept.size).toBe(0)
  })

  test('repeats the same key after a restart of the app when no answer had come', async () => {
    const before = phone(['lost', 'lost', 'lost'])
    await expect(before.caller.write('help.postRequest', { a: 1, b: 2 })).rejects.toMatchObject({
      code: 'network',
    })
    const after = phone([done], before.kept)
    await after.caller.write('help.postRequest', { b: 2, a: 1 })
    expect(after.sent[0]?.data.key).toBe(before.sent[0]?.data.key)
    expect(after.kept.size).toBe(0)
  })

  test.each(['network', 'internal'] as const)('keeps its key when it ends as %s', async (code) => {
    const answers = code === 'network' ? ['lost', 'lost', 'lost'] : [refused('internal')]
    const { caller, kept } = phone(answers)
    await expect(caller.write('help.postRequest', {})).rejects.toMatchObject({ code })
    expect(kept.size).toBe(1)
  })

  test('forgets its key when it is refused, because nothing was written', async () => {
    const { caller, kept } = phone([refused('too_many_open_requests')])
    await expect(caller.write('help.postRequest', {})).rejects.toMatchObject({
      code: 'too_many_open_requests',
    })
    expect(kept.size).toBe(0)
  })

  test('is sent again with the same key while the database is busy', async () => {
    const { caller, sent } = phone([refused('busy'), done])
    await caller.write('help.postRequest', {})
    expect(sent).toHaveLength(2)
    expect(sent[1]?.data.key).toBe(sent[0]?.data.key)
  })

  test('joins the same write that is under way: a double tap is one', async () => {
    const { caller, sent } = phone([done, done])
    const replies = await Promise.all([
      caller.write('help.makeOffer', { requestId: 'r1', message: '我来' }),
      caller.write('help.makeOffer', { message: '我来', requestId: 'r1' }),
    ])
    expect(sent).toHaveLength(1)
    expect(replies).toEqual([done.data, done.data])
  })

  test('gets its own key for other input and for another call', async () => {
    const { caller, sent } = phone([done, done, done])
    await caller.write('help.makeOffer', { requestId: 'r1' })
    await caller.write('help.makeOffer', { requestId: 'r2' })
    await caller.write('help.markDone', { requestId: 'r1' })
    expect(new Set(sent.map(({ data }) => data.key)).size).toBe(3)
  })

  test('means a new wish after a day without an answer', async () => {
    const { caller, sent, clock } = phone(['lost', 'lost', 'lost', done])
    await caller.write('help.postRequest', {}).catch(() => null)
    clock.now += 24 * 3_600_000 + 1
    await caller.write('help.postRequest', {})
    expect(sent[3]?.data.key).not.toBe(sent[0]?.data.key)
  })

  test('carries the proof of a group beside the input, outside what the key depends on', async () => {
    const { caller, sent, kept } = phone(['lost', 'lost', 'lost'])
    await caller.write('community.bindGroup', { communityId: 'c' }, { cloudID: 'x' }).catch(() => 0)
    const again = phone([done], kept)
    await again.caller.write('community.bindGroup', { communityId: 'c' }, { cloudID: 'y' })
    expect(again.sent[0]?.data).toMatchObject({ group: { cloudID: 'y' } })
    expect(again.sent[0]?.data.key).toBe(sent[0]?.data.key)
  })
})

test('the text of an input does not depend on the order of its keys or on absent ones', () => {
  expect(stableText({ b: [1, { d: 2, c: null }], a: 'x', e: undefined })).toBe(
    stableText({ a: 'x', b: [1, { c: null, d: 2 }] }),
  )
  expect(stableText({ a: '1' })).not.toBe(stableText({ a: 1 }))
})

function memoryOf(kept: Map<string, string>): Omit<CallerParts, 'send'> {
  return {
    storage: {
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
      keys: () => [...kept.keys()],
    },
    wait: async () => undefined,
    now: () => 0,
    random: () => 0.5,
  }
}
