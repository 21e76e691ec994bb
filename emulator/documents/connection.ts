import Database from 'libsql'

type Value = Buffer | string | number | null
export type Row = unknown[]

/** One connection to the data file, with its statements kept ready. Rows are arrays. */
export class Connection {
  readonly #db: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  constructor(file: string, pragmas: readonly string[] = []) {
    this.#db = new Database(file)
    for (const pragma of pragmas) this.#db.prepare(`PRAGMA ${pragma}`).all()
  }

  exec(sql: string): void {
    telling(() => this.#db.exec(sql))
  }

  all(sql: string, ...values: Value[]): Row[] {
    return telling(() => this.#prepare(sql).all(values) as Row[])
  }

  /** All statements here end by themselves or by LIMIT, so none keeps an old state of the file open. */
  first(sql: string, ...values: Value[]): Row | undefined {
    return this.all(sql, ...values)[0]
  }

  /** Answers the row number of an insert. */
  run(sql: string, ...values: Value[]): number {
    return telling(() => Number(this.#prepare(sql, false).run(values).lastInsertRowid))
  }

  close(): void {
    this.#statements.clear()
    this.#db.close()
  }

  #prepare(sql: string, isReader = true): Database.Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#db.prepare(sql)
      if (isReader) statement.raw(true)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

/** Damage that is met while working is called by its name, with what can be done about it. */
function telling<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== 'SQLITE_CORRUPT' && code !== 'SQLITE_NOTADB') throw error
    throw new Error(
      `The data file is damaged: ${(error as Error).message}. Stop the cloud and restore a backup.`,
    )
  }
}
