/** Each of the ready arrangements, from a name to a card in the group, and what can be edited then. */

import { t } from '../../client/i18n'
import type { RouteName } from '../../client/routes'
import { PRESETS_BY_KEY } from '../../cloudfunctions/domain/presets'
import type { Preset } from '../../cloudfunctions/domain/presets/preset'
import { COMMON_QUIZ } from '../../cloudfunctions/domain/presets/quiz'
import type { PresetKey } from '../../types/community'
import { linkTo, type Phone } from './lib/phone'
import { openStage, type Stage } from './lib/stage'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(async () => {
  await stage?.close()
})

/** Where the owner finds each part of the arrangement again, and a word of it that stands there. */
const editable = ({ rules, templates, welcome, levels, quiz = [] }: Preset) =>
  [
    ['community.settings', welcome],
    ['community.rules', rules[0]],
    ['community.forms', templates.at(-1)?.name],
    ['entry.trainingEdit', (quiz[0] ?? COMMON_QUIZ[0])?.text],
    ['points.rules', t('points.rulesEdit')],
    ['recognition.levels', levels[0]?.name],
  ] as [RouteName, string][]

/** A text, or what stands in a field. */
const stands = (phone: Phone, words: string) =>
  phone.page.waitForFunction(
    (wanted) =>
      (document.body.textContent ?? '').includes(wanted) ||
      [...document.querySelectorAll('input, textarea')].some((field) =>
        (field as HTMLInputElement).value.includes(wanted),
      ),
    words,
  )

test.each(Object.keys(PRESETS_BY_KEY) as PresetKey[])(
  '%s: a name, three taps and a card to share; all of it to be edited',
  async (key) => {
    const preset = PRESETS_BY_KEY[key]
    const owner = await stage.phone({ openid: stage.world.person(`owner-${key}`).openid })
    await owner.open(linkTo('community.create'))
    await owner.tap(preset.name)
    await owner.write(t('community.name'), `${preset.name}一号`)
    await owner.write(t('member.nickname'), '老周')
    await owner.tap(t('community.create'))
    await owner.sees(t('community.share'))
    const communityId = owner.param('communityId') ?? ''
    for (const [route, words] of editable(preset)) {
      await owner.open(linkTo(route, { communityId }))
      await stands(owner, words).catch(() => {
        throw new Error(`${route} does not show “${words}”`)
      })
    }
    await owner.open(linkTo('community.settings', { communityId }))
    await owner.tap(t('community.settingsQuestions'))
    await stands(owner, preset.questions[0]?.label ?? '')
    expect(owner.problems).toEqual([])
    await owner.close()
  },
)
