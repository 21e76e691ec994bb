import { createHash } from 'node:crypto'
import type { Clock } from '../clock'
import { CloudError } from '../codes'
import { isPlainObject } from '../documents/key'
import type { Reply } from '../documents/operation'
import type { Body } from '../documents/request'
import { filesPerRequestMax, temporaryAddressSecondsMax } from '../limits'
import type { Addresses } from './addresses'
import { checkPath, fromFileId, toFileId } from './file-id'
import type { Files } from './files'

export interface Storage {
  files: Files
  addresses: Addresses
  clock: Clock
}

/**
 * Tells whether WeChat could load a file: here, whether a temporary address is good and leads to
 * one. An address elsewhere is taken on trust; the local cloud loads nothing from outside.
 */
export function canLoad({ addresses, files }: Storage): (address: string) => Promise<boolean> {
  return async (address) => {
    if (!addresses.isOwn(address)) return true
    const path = addresses.pathOf(address)
    return path !== undefined && (await files.find(path)) !== undefined
  }
}

type StorageOperation = (storage: Storage, body: Body) => Promise<Reply>

const getUploadMetadata: StorageOperation = async ({ addresses }, body) => {
  const path = checkPath(body.path)
  // The SDK sends this one back in a header, where a path in Chinese could not stand.
  const cosFileId = createHash('sha256').update(path).digest('hex')
  const fileId = toFileId(path)
  return { data: { ...addresses.upload(path), token: 'local', fileId, cosFileId } }
}

/** Each file is answered for itself: a missing one does not spoil the others. */
const batchGetDownloadUrl: StorageOperation = async ({ files, addresses }, body) => {
  const list = listOf(body.file_list).map((item) => {
    const age = isPlainObject(item) ? (item.max_age ?? temporaryAddressSecondsMax) : 0
    if (!isPlainObject(item) || !Number.isSafeInteger(age) || (age as number) <= 0) {
      throw new CloudError('INVALID_PARAM', 'a file needs a fileid and a max_age in whole seconds')
    }
    return { fileId: item.fileid, seconds: age as number }
  })
  const download_list = []
  for (const { fileId, seconds } of list) {
    const path = fromFileId(fileId)
    const file = path === undefined ? undefined : await files.find(path)
    const code = path === undefined ? 'INVALID_PARAM' : file ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST'
    const tempFileURL = file === undefined ? '' : addresses.temporary(file.path, seconds)
    download_list.push({ code, fileID: fileId, tempFileURL })
  }
  return { data: { download_list } }
}

const batchDeleteFile: StorageOperation = async ({ files }, body) => {
  const delete_list = []
  for (const fileId of listOf(body.fileid_list)) {
    const path = fromFileId(fileId)
    const code =
      path === undefined
        ? 'INVALID_PARAM'
        : (await files.remove(path))
          ? 'SUCCESS'
          : 'STORAGE_FILE_NONEXIST'
    delete_list.push({ code, fileID: fileId })
  }
  return { data: { delete_list } }
}

/** Copies by path; with `remove_original` it moves. `overwrite` false keeps what is there. */
const batchCopyFile: StorageOperation = async (storage, body) => {
  const copies = listOf(body.file_list).map((item) => {
    const { src_path, dst_path, overwrite, remove_original } = isPlainObject(item) ? item : {}
    return {
      from: checkPath(src_path),
      to: checkPath(dst_path),
      isOverwrite: overwrite !== false,
      isMove: remove_original === true,
    }
  })
  const copy_list = []
  for (const copy of copies) copy_list.push(await copyOne(storage, copy))
  return { data: { copy_list } }
}

async function copyOne(
  { files, clock }: Storage,
  copy: { from: string; to: string; isOverwrite: boolean; isMove: boolean },
) {
  const fileId = toFileId(copy.to)
  if (!copy.isOverwrite && (await files.find(copy.to)) !== undefined) {
    return { fileId, code: 'STORAGE_REQUEST_FAIL', message: 'the destination exists' }
  }
  const source = await files.read(copy.from)
  if (source === undefined) {
    return { fileId, code: 'STORAGE_FILE_NONEXIST', message: 'storage file not exist' }
  }
  const createdAt = new Date(clock.now()).toISOString()
  await files.put({ path: copy.to, createdAt, owner: source.file.owner }, source.content)
  if (copy.isMove) await files.remove(copy.from)
  return { fileId, code: 'SUCCESS', message: '' }
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new CloudError('INVALID_PARAM', 'the list of files is missing')
  }
  if (value.length > filesPerRequestMax) {
    throw new CloudError('INVALID_PARAM', `a request names ${filesPerRequestMax} files at most`)
  }
  return value
}

/** The storage part of the server SDK's wire protocol. */
export const storageOperations: Record<string, StorageOperation> = {
  'storage.getUploadMetadata': getUploadMetadata,
  'storage.batchGetDownloadUrl': batchGetDownloadUrl,
  'storage.batchDeleteFile': batchDeleteFile,
  'storage.batchCopyFile': batchCopyFile,
}
