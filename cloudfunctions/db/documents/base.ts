/** What every document carries: its schema version and when it came to be (UTC). */
export type Base = { _id: string; v: 1; createdAt: Date }
