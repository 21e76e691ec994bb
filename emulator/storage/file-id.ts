import { CloudError } from '../codes'
import { environmentId } from '../functions/context'
import { filePathBytesMax } from '../limits'

/** Named as the cloud names it: two letters of the environment in hexadecimal, its id, a number. */
export const bucket = `${Buffer.from(environmentId.slice(0, 2)).toString('hex')}-${environmentId}-1300000000`

const prefix = `cloud://${environmentId}.${bucket}/`

/** What the vendor's page on file names allows: letters, digits, Chinese and a few marks. */
const allowed = /^[\p{Script=Han}0-9A-Za-z/!\-_.、* ]+$/u

export function toFileId(path: string): string {
  return prefix + path
}

/** The path that a file id names; undefined when it is malformed or of another environment. */
export function fromFileId(fileId: unknown): string | undefined {
  if (typeof fileId !== 'string' || !fileId.startsWith(prefix)) return undefined
  const path = fileId.slice(prefix.length)
  return problemOf(path) === undefined ? path : undefined
}

/** Refuses a path that the cloud's storage does not take. */
export function checkPath(path: unknown): string {
  const problem = problemOf(path)
  if (problem !== undefined) throw new CloudError('INVALID_PARAM', problem)
  return path as string
}

function problemOf(path: unknown): string | undefined {
  if (typeof path !== 'string' || path === '') return 'the path of the file is missing'
  if (Buffer.byteLength(path) > filePathBytesMax) {
    return `the path is longer than ${filePathBytesMax} bytes`
  }
  if (!allowed.test(path)) return 'the path contains a character that is not allowed'
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..')) {
    return 'the path has an empty part, or a part that is only dots'
  }
  return undefined
}
