/**
 * Something the person at the keyboard can mend: one sentence that says what is wrong and what to
 * do, without a stack. `details` is what another tool printed about it, shown above the sentence.
 */
export class Complaint extends Error {
  readonly details: string

  constructor(sentence: string, details = '') {
    super(sentence)
    this.details = details
  }
}

/** What to print for a failure: the sentence when it can be mended, the stack when it is our fault. */
function describeFailure(error: unknown): string {
  if (error instanceof Complaint) {
    return error.details ? `${error.details.trimEnd()}\n\n${error.message}` : error.message
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Runs a script to its end; a failure is told on stderr and makes the exit code 1. */
export function runScript(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${describeFailure(error)}\n`)
    process.exit(1)
  })
}

/** `EACCES`, `ENOSPC` …: the system's name of what went wrong, in words where we have them. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const words: Record<string, string> = {
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of the path is a file',
    ENOENT: 'the folder cannot be made there',
  }
  return words[code] ?? (code || (error instanceof Error ? error.message : String(error)))
}
