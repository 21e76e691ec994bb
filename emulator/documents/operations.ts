import type { Operation } from './operation'
import { aggregateDocuments, calculateDocument, getDocument } from './read-operations'
import { abortTransaction, commitTransaction, startTransaction } from './transaction-operations'
import {
  addCollection,
  insertDocument,
  modifyAndReturnDoc,
  modifyDocument,
  removeDocument,
} from './write-operations'

/** The database part of the server SDK's wire protocol: one operation for each action. */
export const databaseOperations: Record<string, Operation> = {
  'database.addCollection': addCollection,
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
}
