import type { FieldIssue, RefusalCode, RefusalParams } from '../../types/errors'

/** An answer to a person: a code of the contract, what its sentence needs, and nothing was written. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly params: RefusalParams
  constructor(code: RefusalCode, params: RefusalParams) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = params
  }
}

export function refuse(code: RefusalCode, params: RefusalParams = {}): never {
  throw new Refusal(code, params)
}

/** Refuses a form whose answers do not fit its definition, field by field. */
export function refuseFields(issues: readonly FieldIssue[]): void {
  if (issues.length > 0) refuse('invalid_fields', { fields: issues })
}
