import type { Screenable } from '../../runtime/screening'

/** Why somebody does what others will be told of; nothing to screen where they gave no reason. */
export const screenReason = (context: {
  input: { reason?: string | undefined }
}): Screenable | null => said('reason', context.input.reason)

/** What somebody says in words of their own. */
export const screenWords = (context: { input: { words: string } }): Screenable | null =>
  said('words', context.input.words)

const said = (field: string, text: string | undefined): Screenable | null =>
  text === undefined ? null : { kind: 'eventWords', texts: [{ field, text }] }
