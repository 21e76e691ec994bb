/**
 * Every limit of the local cloud in one place. Where a number is the vendor's, its source is the
 * CloudBase or WeChat documentation; sources differ now and then, and the stricter one was taken.
 */

/** A query without a limit answers at most this many documents (the SDK sends it too). */
export const queryLimitDefault = 100
/** No query answers more documents than this, whatever it asks for. */
export const queryLimitMax = 1000
/** MongoDB's own bound on one stored document. */
export const documentBytesMax = 16 * 1024 * 1024
/** MongoDB refuses deeper nesting. */
export const documentDepthMax = 100
/** States of the documents that are kept in memory at one time. */
export const marksMax = 20
/** Documents that one export from the console holds. */
export const documentsExportedMax = 100_000
/** What one request of the server SDK may carry. */
export const adminBodyBytesMax = 50 * 1024 * 1024

/** A transaction that is not committed by then is aborted. */
export const transactionLifeMs = 30_000
/** Open transactions at one time; each holds a snapshot of the database file. */
export const transactionsMax = 200
/** How long a plain write waits for a document that a transaction has locked. */
export const plainWriteWaitMs = 10_000
/** Writes put into one durable commit. */
export const commitBatchMax = 500
/** Turns of the event loop for which a commit waits while each of them brings more writes. */
export const gatherTurnsMax = 8

/** Values of `$in` that are looked up one by one in an index; more and the index is not used. */
export const indexPointsMax = 1000
/** Entries that one document may have in one index (arrays multiply). */
export const indexEntriesPerDocumentMax = 1000
/** Indexes of one collection. */
export const indexesPerCollectionMax = 64

/** `wx.cloud.callFunction`: text sent from a phone. */
export const eventBytesMax = 100 * 1024
/** What one function may send to another one through the server SDK. */
export const eventFromServerBytesMax = 6 * 1024 * 1024
/** What a function may answer. */
export const replyBytesMax = 1024 * 1024
/** A function's time, when its `config.json` names none. */
export const functionTimeoutMsDefault = 20_000
export const functionTimeoutMsMax = 60_000
/** What a function's code may take to load in a new worker; its own time begins afterwards. */
export const functionLoadMsMax = 65_000
/** A function's memory, when its `config.json` names none. */
export const functionMemoryMbDefault = 256
export const functionMemoryMbMin = 64
export const functionMemoryMbMax = 3072
/** Workers of one function; further calls wait for a free one. */
export const workersPerFunctionMax = 8
/** Calls that wait for a worker of one function; further ones are refused. */
export const waitingCallsMax = 500
/** A worker that nobody called for so long is ended, so that a later call starts cold again. */
export const workerIdleMs = 10 * 60_000
/** A worker is replaced after so many calls. */
export const workerCallsMax = 10_000

/** Files of one function that are looked at for a change before each call. */
export const watchedFilesMax = 200

/** How long a group proof (`cloudID`) is good for. */
export const cloudIdLifeMs = 5 * 60_000
export const cloudIdsKept = 10_000
/** Calls kept for the console, lines of output and database calls kept of each. */
export const callsKept = 500
export const logLinesPerCall = 200
export const logLineCharsMax = 4_000
export const databaseCallsPerCall = 500

/** A stored file; the vendor's console and its phones take no more at once. */
export const fileBytesMax = 50 * 1024 * 1024
/** The name of a stored file, as the object store below counts it. */
export const filePathBytesMax = 850
/** Files that one request of the storage names. */
export const filesPerRequestMax = 50
/** How long a temporary address is good for, at most and when nothing is asked. */
export const temporaryAddressSecondsMax = 24 * 3600
/** How long a permit to upload is good for. */
export const uploadPermitSeconds = 15 * 60

/** WeChat judges only texts and pictures of users who were in the app so recently. */
export const visitLifeMs = 2 * 3600_000
/** A text that is checked. */
export const checkedTextCharsMax = 2500
/** How long the check of a picture takes here; on the platform it may take half an hour. */
export const mediaCheckDelayMs = 3000
/** How often and after what time a message is sent again to a function that failed. */
export const pushAttemptsMax = 3
export const pushRetryMs = 5000
/** Templates that one question to a user may name. */
export const subscribeTemplatesMax = 5
/** How long a live card can be changed. */
export const cardLifeMs = 24 * 3600_000
/** A mini-program code: what it carries, and its width in pixels. */
export const sceneCharsMax = 32
export const codeWidthDefault = 430
export const codeWidthMin = 280
export const codeWidthMax = 1280
/** Requests of one interface within a minute, for all functions together. */
export const openApiCallsPerMinuteMax: Record<string, number> = {
  'security.msgSecCheck': 4000,
  'security.mediaCheckAsync': 2000,
  'wxacode.getUnlimited': 5000,
}
/** What is kept of WeChat's side for the console. */
export const messagesKept = 1000
export const cardsKept = 1000
export const pushesKept = 1000
export const openApiCallsKept = 500
/** Things that chaos did, kept to compare two runs. */
export const chaosStrokesKept = 10_000
