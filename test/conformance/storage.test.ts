import {
  createReadStream,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import {
  type App,
  type CloudProcess,
  codeOf,
  describeLocal,
  startCloudProcess,
  temporaryFolder,
} from './cloud'

const text = (value: unknown) => (value as Buffer).toString('utf8')

async function upload(app: App, cloudPath: string, content: string | Buffer): Promise<string> {
  return (await app.uploadFile({ cloudPath, fileContent: Buffer.from(content) })).fileID
}

async function download(app: App, fileID: string): Promise<string> {
  return text((await app.downloadFile({ fileID })).fileContent)
}

async function addressOf(app: App, fileID: string, maxAge = 600): Promise<string> {
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge }] })
  return fileList[0]?.tempFileURL ?? ''
}

describe('storage', () => {
  let cloud: CloudProcess
  let app: App
  beforeAll(async () => {
    cloud = await startCloudProcess()
    app = cloud.app
  })
  afterAll(() => cloud.close())

  test('what was uploaded can be downloaded, overwritten and deleted', async () => {
    const fileID = await upload(app, 'notes/你好 1.txt', 'first')
    expect(fileID).toMatch(/^cloud:\/\/[^/.]+\.[^/]+\/notes\/你好 1\.txt$/)
    expect(await download(app, fileID)).toBe('first')
    expect(await upload(app, 'notes/你好 1.txt', 'second, and longer')).toBe(fileID)
    expect(await download(app, fileID)).toBe('second, and longer')
    expect((await app.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([
      { code: 'SUCCESS', fileID },
    ])
    expect(await codeOf(app.downloadFile({ fileID }))).toBe('STORAGE_FILE_NONEXIST')
  })

  test('a large file goes up from a stream and comes down to a file', async () => {
    const folder = temporaryFolder()
    const [from, to] = [path.join(folder, 'from.bin'), path.join(folder, 'to.bin')]
    const bytes = Buffer.alloc(3 * 1024 * 1024, 'abcdefg')
    writeFileSync(from, bytes)
    const fileContent = createReadStream(from)
    const { fileID } = await app.uploadFile({ cloudPath: 'large.bin', fileContent })
    const down = (await app.downloadFile({ fileID })).fileContent as unknown as Buffer
    expect(down.equals(bytes)).toBe(true)
    await app.downloadFile({ fileID, tempFilePath: to })
    const size = () => statSync(to, { throwIfNoEntry: false })?.size ?? 0
    for (let i = 0; i < 50 && size() < bytes.length; i++) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(readFileSync(to).equals(bytes)).toBe(true)
    rmSync(folder, { recursive: true })
  })

  test('an empty file is a file', async () => {
    expect(await download(app, await upload(app, 'empty.txt', ''))).toBe('')
  })

  test('a file and a folder may have the same name', async () => {
    const [file, inside] = [await upload(app, 'twin', 'file'), await upload(app, 'twin/x', 'in')]
    expect([await download(app, file), await download(app, inside)]).toEqual(['file', 'in'])
  })

  test('each file of a list is answered for itself', async () => {
    const fileID = await upload(app, 'there.png', 'x')
    const missing = fileID.replace('there', 'missing')
    const { fileList } = await app.getTempFileURL({ fileList: [fileID, missing, 'nonsense'] })
    expect(fileList.map((file) => [file.code, file.tempFileURL !== ''])).toEqual([
      ['SUCCESS', true],
      ['STORAGE_FILE_NONEXIST', false],
      ['INVALID_PARAM', false],
    ])
    const { fileList: info } = await app.getFileInfo({ fileList: [fileID] })
    expect(info).toMatchObject([{ code: 'SUCCESS', size: 1, mime: 'image/png' }])
    const { fileList: deleted } = await app.deleteFile({ fileList: [missing, fileID] })
    expect(deleted.map((file) => file.code)).toEqual(['STORAGE_FILE_NONEXIST', 'SUCCESS'])
  })

  test('a file is copied, kept from being overwritten, and moved', async () => {
    await upload(app, 'a/one.txt', 'one')
    const old = await upload(app, 'b/one.txt', 'old')
    const copy = (options: object) =>
      app.copyFile({ fileList: [{ srcPath: 'a/one.txt', dstPath: 'b/one.txt', ...options }] })
    expect((await copy({ overwrite: false })).fileList[0]?.code).not.toBe('SUCCESS')
    expect(await download(app, old)).toBe('old')
    expect((await copy({ removeOriginal: true })).fileList).toMatchObject([{ code: 'SUCCESS' }])
    expect(await download(app, old)).toBe('one')
    expect((await copy({})).fileList[0]?.code).toBe('STORAGE_FILE_NONEXIST')
  })

  test.each(['../up.txt', '/a', 'a//b', 'a/./b', 'a/', '..', 'a?b', 'a#b', 'a%2e', 'a\\b', 'a\nb'])(
    'the path %j is refused',
    async (cloudPath) => {
      const fileContent = Buffer.from('x')
      expect(await codeOf(app.uploadFile({ cloudPath, fileContent }))).toBe('INVALID_PARAM')
    },
  )

  test('a path that is too long and a list that is too long are refused', async () => {
    const fileContent = Buffer.from('x')
    const cloudPath = '长'.repeat(284)
    expect(await codeOf(app.uploadFile({ cloudPath, fileContent }))).toBe('INVALID_PARAM')
    const fileList = Array.from({ length: 51 }, (_, i) => `cloud://x/${i}`)
    expect(await codeOf(app.getTempFileURL({ fileList }))).toBe('INVALID_PARAM')
    expect(await codeOf(app.deleteFile({ fileList }))).toBe('INVALID_PARAM')
  })
})

describeLocal('storage of the local cloud', () => {
  let cloud: CloudProcess
  let app: App
  beforeAll(async () => {
    cloud = await startCloudProcess()
    app = cloud.app
  })
  afterAll(() => cloud.close())

  const status = async (address: string) => (await fetch(encodeURI(address))).status

  test('a temporary address ends with its time and is good for its file alone', async () => {
    const fileID = await upload(app, 'secret/a.txt', 'a')
    await upload(app, 'secret/b.txt', 'b')
    const address = await addressOf(app, fileID, 60)
    expect(await status(address)).toBe(200)
    expect(await status(address.replace('a.txt', 'b.txt'))).toBe(403)
    expect(await status(address.replace(/t=\d+/, 't=9999999999'))).toBe(403)
    expect(await status(address.split('?')[0] ?? '')).toBe(403)
    await cloud.post('/_control/clock', { offsetMs: 61_000 })
    expect(await status(address)).toBe(403)
    await cloud.post('/_control/clock', { offsetMs: 0 })
    const late = await addressOf(app, fileID, 999_999)
    await cloud.post('/_control/clock', { offsetMs: 86_401_000 })
    expect(await status(late)).toBe(403)
    await cloud.post('/_control/clock', { offsetMs: 0 })
  })

  test('an upload needs its own permit, in time', async () => {
    const meta = (await app.getUploadMetadata({ cloudPath: 'permit.txt' })) as unknown as {
      data: { url: string; authorization: string }
    }
    const { url, authorization } = meta.data
    const put = async (address: string, permit: string) => {
      const headers = { authorization: permit }
      return (await fetch(address, { method: 'PUT', body: 'x', headers })).status
    }
    expect(await put(url.replace('permit', 'other'), authorization)).toBe(403)
    expect(await put(url, '')).toBe(403)
    await cloud.post('/_control/clock', { offsetMs: 16 * 60_000 })
    expect(await put(url, authorization)).toBe(403)
    await cloud.post('/_control/clock', { offsetMs: 0 })
    expect(await put(url, authorization)).toBe(200)
  })

  test('a file over the limit is refused and the old one stays', async () => {
    const fileID = await upload(app, 'limit.bin', 'old')
    const fileContent = Buffer.alloc(50 * 1024 * 1024 + 1)
    const code = await codeOf(app.uploadFile({ cloudPath: 'limit.bin', fileContent }))
    expect(code).toBe('STORAGE_REQUEST_FAIL')
    expect(await download(app, fileID)).toBe('old')
  })

  test('an upload that breaks off leaves nothing', async () => {
    const fileID = await upload(app, 'broken.txt', 'whole')
    const meta = await app.getUploadMetadata({ cloudPath: 'broken.txt' })
    const { url, authorization } = (meta as { data: Record<string, string> }).data as {
      url: string
      authorization: string
    }
    await new Promise<void>((resolve) => {
      const sent = request(url, { method: 'PUT', headers: { authorization } })
      sent.on('error', () => resolve())
      sent.write('hal', () => setTimeout(() => sent.destroy(new Error('gone')), 50))
    })
    const left = () => readdirSync(path.join(cloud.folder, 'data', 'files'))
    for (let i = 0; i < 50 && left().some((name) => name.startsWith('new-')); i++) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(left().filter((name) => name.startsWith('new-'))).toEqual([])
    expect(await download(app, fileID)).toBe('whole')
  })

  test('kill -9 during uploads loses nothing acknowledged and leaves no half file', async () => {
    const folder = temporaryFolder()
    const content = (i: number) => String(i).padStart(6, '0').repeat(20_000)
    const first = await startCloudProcess({ folder })
    const kept = new Map<string, number>()
    const work = Array.from({ length: 40 }, async (_, i) => {
      const fileID = await upload(first.app, `crash/${i % 10}.txt`, content(i)).catch(() => '')
      if (fileID !== '') kept.set(fileID, i)
    })
    await Promise.race(work)
    await new Promise((resolve) => setTimeout(resolve, 15))
    await first.kill()
    await Promise.all(work)
    const again = await startCloudProcess({ folder })
    for (const fileID of kept.keys()) {
      const found = await download(again.app, fileID)
      expect(found).toBe(content(Number(found.slice(0, 6))))
    }
    const names = readdirSync(path.join(folder, 'data', 'files'))
    expect(names.filter((name) => name.startsWith('new-'))).toEqual([])
    expect(kept.size).toBeGreaterThan(0)
    await again.close()
    rmSync(folder, { recursive: true })
  })

  test('a phone sends a file, sees it, and cannot replace another one’s', async () => {
    const send = async (openid: string) => {
      const response = await fetch(`${cloud.url}/wx/upload-file?path=p/ann.png`, {
        method: 'POST',
        body: `by ${openid}`,
        headers: openid === '' ? {} : { 'x-wx-openid': openid },
      })
      return [response.status, await response.json()] as [number, { fileID: string }]
    }
    const [status, { fileID }] = await send('ann')
    expect(status).toBe(200)
    expect((await send('ben'))[0]).toBe(403)
    expect((await send(''))[0]).toBe(401)
    expect((await send('ann'))[0]).toBe(200)
    const { body } = await cloud.post('/wx/temp-file-url', { fileList: [fileID, 'none'] })
    const { fileList } = body as { fileList: { status: number; tempFileURL: string }[] }
    expect(fileList.map((file) => file.status)).toEqual([0, -503003])
    expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe('by ann')
    expect(await cloud.get('/_control/files')).toMatchObject({
      files: expect.arrayContaining([expect.objectContaining({ path: 'p/ann.png', owner: 'ann' })]),
    })
  })
})
