import type { Operation } from './operation'

/** Begins a transaction: its snapshot is the state of now. */
export const startTransaction: Operation = async ({ transactions }, _body, request) => {
  const transaction = transactions.begin(request.worker)
  request.transactionId = transaction.id
  return { transactionId: transaction.id }
}

/** Makes the writes of a transaction durable, all of them at once. */
export const commitTransaction: Operation = async ({ transactions }, body, request) => {
  await transactions.run(body.transactionId, request.sentAtNs, (transaction) =>
    transactions.commit(transaction),
  )
  return { data: {} }
}

/** Forgets the writes of a transaction. */
export const abortTransaction: Operation = async ({ transactions }, body, request) => {
  await transactions.run(body.transactionId, request.sentAtNs, (transaction) =>
    transactions.abort(transaction),
  )
  return { data: {} }
}
