import { storage } from './cloud'
import { Busy } from './transact'

/** How long a temporary address is good: long enough to look at, too short to pass around. */
const ADDRESS_SECONDS = 900
/** Long enough for WeChat to fetch what it was asked to look at. */
const FETCHED_SECONDS = 7_200
/** How long one file may take on its way to a function. */
const DOWNLOAD_MS_MAX = 10_000
/** The platform takes so many files in one question. */
const FILES_MAX = 50

/**
 * Temporary addresses of stored files, by file id; files that are not there are left out. One
 * question to the platform, none for no files. Throws `Busy` when the storage cannot be reached.
 */
export async function addressesOf(
  fileIds: readonly string[],
  maxAge = ADDRESS_SECONDS,
): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map()
  if (fileIds.length > FILES_MAX) throw new Error(`addresses of ${fileIds.length} files`)
  const fileList = fileIds.map((fileID) => ({ fileID, maxAge }))
  const answered = await reach(storage.getTempFileURL({ fileList }))
  return new Map(
    answered.fileList.flatMap(({ code, fileID, tempFileURL }) =>
      code === 'SUCCESS' ? [[fileID, tempFileURL]] : [],
    ),
  )
}

/** Stores a file that the cloud has made; answers its id. Replaces an older one of the same path. */
export async function storeFile(cloudPath: string, content: Buffer): Promise<string> {
  const { fileID } = await reach(storage.uploadFile({ cloudPath, fileContent: content as never }))
  return fileID
}

/** The id that a file of this path has, whether it is there or not. */
export async function fileIdAt(path: string): Promise<string> {
  const { data } = await reach(storage.getUploadMetadata({ cloudPath: path }))
  return data.fileId
}

/** Deletes files; one that is not there is gone already. Throws `Busy` when one could not be deleted. */
export async function deleteFiles(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return
  if (fileIds.length > FILES_MAX) throw new Error(`deleting ${fileIds.length} files`)
  const { fileList } = await reach(storage.deleteFile({ fileList: [...fileIds] }))
  const left = fileList.filter(({ code }) => code !== 'SUCCESS' && code !== 'STORAGE_FILE_NONEXIST')
  if (left.length > 0) throw new Busy(`files that stay: ${left.map(({ code }) => code).join()}`)
}

/**
 * Copies a file to where no phone can put another one in its place; answers the copy's id, its content
 * and an address of it. Null when there is no such file, or it holds more than `bytesMax`.
 */
export async function copyOf(
  fileId: string,
  cloudPath: string,
  bytesMax: number,
): Promise<{ fileId: string; content: Buffer; address: string } | null> {
  const from = (await addressesOf([fileId])).get(fileId)
  const content = from === undefined ? null : await download(from, bytesMax)
  if (content === null) return null
  const copy = await storeFile(cloudPath, content)
  const address = (await addressesOf([copy], FETCHED_SECONDS)).get(copy)
  return address === undefined ? null : { fileId: copy, content, address }
}

async function download(address: string, bytesMax: number): Promise<Buffer | null> {
  const signal = AbortSignal.timeout(DOWNLOAD_MS_MAX)
  const answer = await reach(fetch(address, { signal }))
  if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > bytesMax) return null
  const content = Buffer.from(await reach(answer.arrayBuffer()))
  return content.length > bytesMax ? null : content
}

/** What stored files weigh in bytes, by file id; files that are not there are left out. */
export async function weightsOf(fileIds: readonly string[]): Promise<Map<string, number>> {
  if (fileIds.length === 0) return new Map()
  const { fileList } = await reach(storage.getFileInfo({ fileList: [...fileIds] }))
  return new Map(
    fileList.flatMap(({ code, fileID, size }) => {
      if (code === 'FETCH_FILE_INFO_ERROR') throw new Busy('a file could not be asked about')
      return code === 'SUCCESS' && size !== undefined ? [[fileID, size]] : []
    }),
  )
}

const reach = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    throw new Busy('the storage cannot be reached', { cause: error })
  })
