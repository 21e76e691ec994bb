import { checkTemplate, TEMPLATES_MAX, wordsOf } from '../../../types/definition'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { mayEditTemplates } from './policy'
import { templateId } from './templates'

/**
 * Publishes a form's next version, or a new form. Editors meet on the community's document: who
 * comes second is refused `template_outdated` with the version that stands now. Refuses
 * `invalid_fields` and `content_refused` place by place, and `too_many_templates`.
 */
export const publishTemplate = write('help.publishTemplate', {
  load: async ({ tx, actor }) => ({
    community: (await tx.get('communities', actor.community._id)) ?? refuse('not_found'),
  }),
  screen: ({ input: { draft } }) => ({ kind: 'notice', texts: wordsOf(draft) }),
  allow: mayEditTemplates,
  act: async ({ tx, input, now, audit, review }, { community }) => {
    const { communityId, key, basedOn, draft } = input
    const { forms } = community
    const known = forms.items.find((item) => item.key === key)
    const current = known?.version ?? 0
    if (basedOn !== current) refuse('template_outdated', { version: current })
    if (!known && forms.items.length >= TEMPLATES_MAX) {
      refuse('too_many_templates', { max: TEMPLATES_MAX })
    }
    const { definition, issues } = checkTemplate(draft)
    refuseFields(issues)

    const version = current + 1
    await tx.create('templates', {
      _id: templateId(communityId, key, version),
      v: 1,
      createdAt: now,
      communityId,
      definition: { ...definition, key, version },
    })
    await tx.put('communities', {
      ...community,
      forms: known
        ? {
            ...forms,
            items: forms.items.map((item) => (item.key === key ? { ...item, version } : item)),
          }
        : {
            // A form more is another arrangement: one made without it must not drop it.
            version: forms.version + 1,
            items: [...forms.items, { key, version, enabled: true }],
          },
    })
    audit({
      action: 'template_published',
      subject: communityId,
      params: { name: definition.name, version },
    })
    await review(templateId(communityId, key, version))
    return { version }
  },
})
