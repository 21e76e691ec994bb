import * as v from 'valibot'
import { TEMPLATES_MAX, templateDraft } from './definition'
import { id, slug } from './shape'
import { template } from './template'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Editing the community's request forms; part of the domain `help`. */
export const templateCalls = {
  /** Every form, also those switched off, and the built-in ones a new form may begin from. */
  'help.listDefinitions': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({
      /** Names the order and switches below; `arrangeTemplates` is based on it. */
      arrangement: v.number(),
      items: v.array(v.object({ template, enabled: v.boolean() })),
      builtIns: v.array(template),
    }),
  },
  /**
   * Publishes the next version of a form, or with `basedOn` 0 a new one at the end of the list.
   * Requests written on earlier versions keep them.
   */
  'help.publishTemplate': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ communityId: id, key: slug, basedOn: count, draft: templateDraft }),
    output: v.object({ version: v.number() }),
  },
  /** The order of all forms and which are offered; `basedOn` is the arrangement that was changed. */
  'help.arrangeTemplates': {
    kind: 'write',
    scope: 'member',
    input: v.object({
      communityId: id,
      basedOn: count,
      items: v.pipe(
        v.array(v.object({ key: slug, enabled: v.boolean() })),
        v.minLength(1),
        v.maxLength(TEMPLATES_MAX),
      ),
    }),
    output: v.object({ arrangement: v.number() }),
  },
} as const
