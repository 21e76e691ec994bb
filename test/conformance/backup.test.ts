import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { cloudCommand } from '../world/cloud'
import { describeLocal, newCollection, startCloudProcess, temporaryFolder } from './cloud'

const root = path.join(__dirname, '../..')

function command(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...cloudCommand(), ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** The same beside the test, so that its own writers go on. */
async function commandBeside(...args: string[]) {
  const child = spawn(process.execPath, [...cloudCommand(), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (text) => {
    stderr += text
  })
  const [status] = (await once(child, 'close')) as [number]
  return { status, stderr }
}

describeLocal('backup', () => {
  const folder = temporaryFolder()
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const data = path.join(folder, 'data')
  const file = path.join(folder, 'copy.db')

  test('a copy taken under load is one moment of the data, and can be worked with', async () => {
    const cloud = await startCloudProcess({ folder })
    const name = await newCollection(cloud)
    const keys = [{ Name: 'n', Direction: '1' }]
    const indexes = [{ IndexName: 'n', MgoKeySchema: { MgoIndexKeys: keys } }]
    await cloud.post('/_control/collections', { collections: [{ name, indexes }] })
    const collection = cloud.db.collection(name)
    let isOver = false
    const write = async (writer: number) => {
      for (let n = 0; !isOver; n++) {
        // Both or none of a pair.
        await cloud.db.runTransaction(async (transaction: never) => {
          const inside = (transaction as typeof cloud.db).collection(name)
          await inside.add({ _id: `${writer}-${n}-a`, n })
          await inside.add({ _id: `${writer}-${n}-b`, n })
        })
      }
    }
    await collection.add({ _id: 'before', n: -1 })
    const work = [1, 2, 3].map(write)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const child = await commandBeside('backup', '--data', data, '--to', file)
    isOver = true
    await Promise.all(work)
    await cloud.close()
    expect([child.status, child.stderr]).toEqual([0, ''])

    const second = path.join(folder, 'second')
    expect(command('restore', '--from', file, '--data', path.join(second, 'data')).stderr).toBe('')
    const copy = await startCloudProcess({ folder: second })
    const restored = copy.db.collection(name)
    const { data: all } = await restored.limit(1000).get()
    const found = new Set(all.map((document) => document._id as string))
    expect(found.has('before')).toBe(true)
    expect(found.size).toBeGreaterThan(2)
    const halves = [...found].filter(
      (id) => id.endsWith('-a') && !found.has(id.replace('-a', '-b')),
    )
    expect(halves).toEqual([])
    expect((await restored.where({ n: 0 }).count()).total).toBe(all.filter((d) => d.n === 0).length)
    await restored.add({ _id: 'after' })
    await copy.close()
  })

  test('stored files, their addresses and what WeChat remembers go with the documents', async () => {
    const [from, to] = [path.join(folder, 'files'), path.join(folder, 'files-restored')]
    for (const place of [from, to]) mkdirSync(place)
    const copied = path.join(folder, 'files.db')
    const cloud = await startCloudProcess({ folder: from })
    const name = await newCollection(cloud)
    const notes = cloud.db.collection(name)
    const upload = async (cloudPath: string) =>
      (await cloud.app.uploadFile({ cloudPath, fileContent: Buffer.from(cloudPath) })).fileID
    const kept = await upload('kept/你好.txt')
    const large = Buffer.alloc(2_500_000, 'x')
    const { fileID: largeId } = await cloud.app.uploadFile({
      cloudPath: 'large.bin',
      fileContent: large,
    })
    const { fileList } = await cloud.app.getTempFileURL({ fileList: [kept] })
    const yes = { answers: { reminder: 'accept' } }
    const template = { id: 'reminder', title: 'Reminder', fields: ['thing1'] }
    await cloud.post('/_control/wechat/settings', { templates: [template] })
    await cloud.post('/wx/subscribe-message', yes, { 'x-wx-openid': 'ann' })

    let isOver = false
    const write = async (writer: number) => {
      for (let n = 0; !isOver; n++) {
        const _id = `${writer}-${n}`
        await notes.add({ _id, fileID: await upload(`notes/${_id}`) })
        if (n % 3 > 0) continue
        // Taken away again, the note first: no moment knows a note without its file.
        await notes.doc(_id).remove()
        await cloud.app.deleteFile({
          fileList: [`cloud://local-env.6c6f-local-env-1300000000/notes/${_id}`],
        })
      }
    }
    const work = [1, 2, 3].map(write)
    const child = await commandBeside('backup', '--data', path.join(from, 'data'), '--to', copied)
    isOver = true
    await Promise.all(work)
    await cloud.close()
    expect([child.status, child.stderr]).toEqual([0, ''])
    expect(readdirSync(path.join(from, 'data')).filter((n) => n.startsWith('backup-'))).toEqual([])

    const restored = command('restore', '--from', copied, '--data', path.join(to, 'data'))
    expect(restored.stderr).toBe('')
    expect(restored.stdout).toMatch(/\d+ documents in 1 collections, \d+ files/)
    const copy = await startCloudProcess({ folder: to })
    const content = async (fileID: string) => (await copy.app.downloadFile({ fileID })).fileContent
    const { data: all } = await copy.db.collection(name).limit(1000).get()
    expect(all.length).toBeGreaterThan(1)
    for (const { _id, fileID } of all) expect(String(await content(fileID))).toBe(`notes/${_id}`)
    expect(String(await content(kept))).toBe('kept/你好.txt')
    expect(large.equals((await content(largeId)) as Buffer)).toBe(true)
    const address = new URL(fileList[0]?.tempFileURL ?? '')
    const again = await fetch(`${copy.url}${address.pathname}${address.search}`)
    expect([again.status, await again.text()]).toEqual([200, 'kept/你好.txt'])
    const { quota } = (await copy.get('/_control/wechat/quota?openid=ann')) as { quota: unknown }
    expect(JSON.stringify(quota)).toMatch(/reminder.*1/)
    await copy.close()
    expect(command('check', '--data', path.join(to, 'data')).stdout).toMatch(/is whole: .* files/)

    const bytes = readFileSync(copied)
    const at = bytes.lastIndexOf(Buffer.alloc(200, 'x'))
    bytes[at] = 0x79
    const bad = path.join(folder, 'bad-file.db')
    writeFileSync(bad, bytes)
    expect(command('restore', '--from', bad, '--data', path.join(folder, 'no')).stderr).toMatch(
      /is damaged \(the stored file [0-9a-f]+ is not what it was\)/,
    )
  })

  test('nothing is overwritten, and what is missing is named', () => {
    expect(command('backup', '--data', data, '--to', file).stderr).toMatch(/exists already/)
    expect(command('restore', '--from', file, '--data', data).stderr).toMatch(
      /has documents already/,
    )
    expect(command('restore', '--from', `${file}x`, '--data', data).stderr).toMatch(
      /There is no file/,
    )
    expect(command('backup', '--data', folder, '--to', `${file}2`).stderr).toMatch(/no documents/)
    expect(command('backup', '--data', data).stderr).toMatch(/backup needs --to/)
  })

  test('a torn copy, a damaged one and something else are told apart from a good one', () => {
    expect(command('check', '--data', data).stdout).toMatch(/is whole: \d+ documents/)
    const bad = path.join(folder, 'bad.db')
    const bytes = readFileSync(file)
    const tried = (what: string) => {
      const { status, stderr } = command(
        'restore',
        '--from',
        bad,
        '--data',
        path.join(folder, 'no'),
      )
      expect([what, status, stderr]).toEqual([
        what,
        1,
        expect.stringMatching(/^The file .* is damaged \(.*\)\.\n$/),
      ])
    }
    writeFileSync(bad, bytes)
    truncateSync(bad, statSync(bad).size - 4096)
    tried('torn')
    writeFileSync(bad, bytes)
    const descriptor = openSync(bad, 'r+')
    writeSync(descriptor, Buffer.alloc(2048, 0x5a), 0, 2048, 4096 * 6)
    tried('damaged')
    writeFileSync(bad, 'hello')
    tried('text')
  })

  test('a cloud does not start on a torn file', () => {
    truncateSync(path.join(data, 'documents.db'), 4096 * 4)
    const { status, stderr } = command(
      '--port',
      '0',
      '--data',
      data,
      '--functions',
      path.join(__dirname, 'functions'),
    )
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^The data file .* is damaged .*restore a backup/),
    ])
  })
})
