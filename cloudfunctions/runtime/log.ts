/** One JSON line an event; the platform keeps what a function prints. Never openids or texts of people. */
export function log(level: 'info' | 'error', entry: Record<string, unknown>): void {
  const line = JSON.stringify({ level, at: new Date().toISOString(), ...entry })
  if (level === 'error') console.error(line)
  else console.log(line)
}

/** Everything known of an unexpected failure, its causes included, for the log and never for the phone. */
export function described(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: String(error) }
  const cause = error.cause === undefined ? {} : { cause: described(error.cause) }
  return { name: error.name, message: error.message, stack: error.stack, ...cause }
}
