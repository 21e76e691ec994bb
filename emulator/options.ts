/** How a cloud is started. */
export interface CloudOptions {
  /** 0 lets the operating system choose. */
  port: number
  dataDir: string
  functionsDir: string
  /** A built H5 client, served at /app/. */
  appDir?: string
  /** A compiled mini-program, run at /weapp/. */
  weappDir?: string
  /** A JSON file with simulated users and groups. */
  people?: string
  /** A JSON file with what is set up for the app at WeChat: templates, pages, message push. */
  settings?: string
  /** Begins with the usual chaos of this seed. */
  seed?: number
  /** Timers fire by themselves unless this is false. */
  timers?: boolean
  /** Keeps the log on stderr empty. */
  quiet?: boolean
}

/** Something the person who starts the cloud can mend; the message is one sentence. */
export class StartError extends Error {}
