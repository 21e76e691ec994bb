import { storage } from '../db/cloud'
import { DatabaseFailure } from '../db/failure'

/** How long the address of a file is good. */
const ADDRESS_SECONDS = 3600

/** Puts a file into the cloud's storage and answers an address that is good for an hour. */
export async function publishFile(path: string, content: Buffer): Promise<string> {
  const { fileID } = await storage.uploadFile({ cloudPath: path, fileContent: content })
  const { fileList } = await storage.getTempFileURL({
    fileList: [{ fileID, maxAge: ADDRESS_SECONDS }],
  })
  const file = fileList[0]
  if (!file?.tempFileURL) throw new DatabaseFailure('STORAGE', `no address: ${file?.code}`)
  return file.tempFileURL
}
