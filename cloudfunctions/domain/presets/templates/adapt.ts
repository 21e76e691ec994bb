import type { FieldDefinition, Template } from '../../../../types/template'

type Words = Partial<Pick<FieldDefinition, 'label' | 'why' | 'example' | 'options'>>

/** A built-in form in the words of a certain kind of community; keys, kinds and bounds stay. */
export function adapt(
  form: Template,
  words: Partial<Pick<Template, 'name' | 'hint' | 'icon'>> & {
    fields?: Readonly<Record<string, Words>>
  },
): Template {
  const { fields = {}, ...others } = words
  return {
    ...form,
    ...others,
    fields: form.fields.map((field) => ({ ...field, ...fields[field.key] })),
  }
}
