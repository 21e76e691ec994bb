/** The database said no: its code, kept apart from the sentence. */
export class DatabaseFailure extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(`${code}: ${message}`)
    this.name = 'DatabaseFailure'
    this.code = code
  }
}

/** Raised inside a transaction when a document of that key exists already. */
export class DuplicateKey extends DatabaseFailure {}

/** The SDK sometimes throws and sometimes answers an error; this makes both one kind of failure. */
export async function settled<T>(operation: Promise<T>): Promise<T> {
  let answer: T
  try {
    answer = await operation
  } catch (error) {
    throw asFailure(error)
  }
  const code = (answer as { code?: unknown } | undefined)?.code
  if (code !== undefined && code !== '') throw asFailure(answer)
  return answer
}

function asFailure(error: unknown): Error {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code !== 'string') {
    return new DatabaseFailure(
      'UNREACHABLE',
      message === undefined ? String(error) : String(message),
    )
  }
  const isDuplicate = code === 'DATABASE_DUPLICATE_WRITE' || /E11000/.test(String(message))
  return new (isDuplicate ? DuplicateKey : DatabaseFailure)(code, String(message))
}
