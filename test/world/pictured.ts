import type { Answers, FieldDefinition } from '../../types/template'
import type { Board } from './board'

const sample = ({ kind, options, min }: FieldDefinition) => {
  if (kind === 'number') return min ?? 1
  if (kind === 'dateTime') return new Date(Date.now() + 5 * 3_600_000).toISOString()
  if (kind === 'multipleChoice') return [options?.[0]?.value ?? '']
  return options?.[0]?.value ?? '一段够长的说明，写清楚来龙去脉'
}

/** A request of Ann's with these pictures; a number: so many bytes that are none. */
export async function postPictured(
  { world, communityId, ann }: Pick<Board, 'world' | 'communityId' | 'ann'>,
  ...contents: (Buffer | number)[]
) {
  const { templates } = await world.ok(ann, 'help.listTemplates', { communityId })
  const form = templates.find(({ key }) => key === 'life')
  if (!form) throw new Error('no form with pictures')
  const images: string[] = []
  for (const content of contents) images.push(await world.given.picture(communityId, ann, content))
  const answers: Answers = { images }
  for (const field of form.fields.filter(({ required }) => required)) {
    answers[field.key] = sample(field)
  }
  const { requestId } = await world.ok(ann, 'help.postRequest', {
    communityId,
    templateKey: form.key,
    templateVersion: form.version,
    helpersNeeded: 1,
    answers,
  })
  return { requestId, caseId: `request:${requestId}`, images }
}
