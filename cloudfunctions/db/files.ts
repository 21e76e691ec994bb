import { storage } from './cloud'
import { Busy } from './transact'

/** How long a temporary address is good: long enough to look at, too short to pass around. */
const ADDRESS_SECONDS = 900
/** The platform takes so many files in one question. */
const FILES_MAX = 50

/**
 * Temporary addresses of stored files, by file id; files that are not there are left out. One
 * question to the platform, none for no files. Throws `Busy` when the storage cannot be reached.
 */
export async function addressesOf(fileIds: readonly string[]): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map()
  if (fileIds.length > FILES_MAX) throw new Error(`addresses of ${fileIds.length} files`)
  const fileList = fileIds.map((fileID) => ({ fileID, maxAge: ADDRESS_SECONDS }))
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
