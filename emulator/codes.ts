/** The codes with which the database and the SDK's other interfaces answer. */
export type DatabaseCode =
  /** The request is malformed: unknown action, unreadable JSON, a value of the wrong kind. */
  | 'INVALID_PARAM'
  /** The collection was never created; the cloud does not create one by itself. */
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_EXIST'
  /** The same `_id`, or the same key of a unique index, is stored already. */
  | 'DATABASE_DUPLICATE_WRITE'
  /** The database refused: a query or an update that makes no sense for the stored values. */
  | 'DATABASE_REQUEST_FAILED'
  /** Another transaction was first; this one is aborted and may be tried again as a whole. */
  | 'DATABASE_TRANSACTION_CONFLICT'
  /** The transaction is over: unknown, aborted, expired, or used for two things at once. */
  | 'DATABASE_TRANSACTION_FAIL'
  | 'EXCEED_RATELIMIT'
  | 'EXCEED_MAX_PAYLOAD_SIZE'
  /** The storage has no such file. */
  | 'STORAGE_FILE_NONEXIST'
  /** The called function does not exist, or it failed. */
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  /** Something inside the cloud failed; the caller may try again. */
  | 'SYS_ERR'

/** A refusal in the cloud's own words: it travels to the caller as `{code, message}`. */
export class CloudError extends Error {
  readonly code: DatabaseCode
  constructor(code: DatabaseCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Shorthand for the commonest refusal. */
export function requestFailed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message)
}

/** How a call of a function can fail, with the number and the HTTP status the caller sees. */
export const callFailures = {
  /** No folder of that name with an `index.js`. */
  notFound: { errCode: -501000, status: 404, code: 'FUNCTION_NOT_FOUND' },
  /** The event is no JSON object. */
  invalidEvent: { errCode: -501007, status: 400, code: 'INVALID_PARAM' },
  /** The event is larger than the platform carries. */
  eventTooLarge: { errCode: -501012, status: 413, code: 'EXCEED_MAX_PAYLOAD_SIZE' },
  /** Too many calls wait for a worker. */
  tooManyCalls: { errCode: -501005, status: 503, code: 'EXCEED_RATELIMIT' },
  /** The function threw, or could not be loaded. */
  threw: { errCode: -504002, status: 500, code: 'FUNCTIONS_EXECUTE_FAIL' },
  /** Its worker ended before it answered: exit, crash, memory. */
  died: { errCode: -504002, status: 502, code: 'FUNCTIONS_EXECUTE_FAIL' },
  /** Its answer is larger than the platform carries, or cannot be written as JSON. */
  replyTooLarge: { errCode: -504002, status: 500, code: 'EXCEED_MAX_PAYLOAD_SIZE' },
  /** It did not answer within its time. */
  timeout: { errCode: -504003, status: 504, code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' },
} as const

export type CallFailure = keyof typeof callFailures
