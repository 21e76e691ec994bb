import type { Found, Search } from '../reading'
import type { Document } from '../values'

/** One step of a pipeline: documents in, documents out, as far as possible one by one. */
export type Stage = (documents: Iterable<Document>) => Iterable<Document>

export interface StageSpec {
  name: string
  value: unknown
}

/** What a stage works with. */
export interface StageContext {
  /** Values of `$$name` that an enclosing `$lookup` gives. */
  variables: Document
  /** Finds documents of another collection; there is nothing in one that does not exist. */
  search(collection: string, search: Search): Found[]
  /** Runs an inner pipeline on a collection, with variables of its own. */
  runOn(collection: string, pipeline: unknown, variables: Document): Document[]
  /** Compiles an inner pipeline to run on the documents at hand. */
  compile(pipeline: unknown): Stage
}

export type CompileStage = (value: unknown, context: StageContext) => Stage
