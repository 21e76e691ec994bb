import { t } from '../../../client/i18n'
import { pathOf } from '../../../client/routes'
import { neighbourhood } from '../../../cloudfunctions/domain/presets/neighbourhood'
import { COMMON_QUIZ } from '../../../cloudfunctions/domain/presets/quiz'
import { neighbourly as life } from '../../../cloudfunctions/domain/presets/templates/neighbourly'
import type { FieldDefinition } from '../../../types/template'
import { linkTo, type Phone } from './phone'

/** What several of the browser tests do on the way to what they are about. */

/** Makes a community for the group from whose card the phone was opened; answers its id. */
export async function createCommunity(phone: Phone, name: string, nickname: string) {
  await phone.open()
  await phone.sees(t('home.welcomeUnbound'))
  await phone.tap(t('home.createForGroup'))
  await phone.tap(neighbourhood.name)
  await phone.write(t('community.name'), name)
  await phone.write(t('member.nickname'), nickname)
  await phone.sees(t('community.willBind'))
  await phone.tap(t('community.create'))
  await phone.sees(t('community.bound'))
  const communityId = phone.param('communityId')
  if (!communityId) throw new Error('the card names no community')
  return communityId
}

/** From the group's card to an application that waits. */
export async function applyByCard(phone: Phone, communityId: string, nickname: string) {
  await phone.open(linkTo('home', { communityId }))
  await phone.sees(t('entry.fromGroup'))
  await phone.tap(t('entry.apply'))
  await fillApplication(phone, nickname)
  await phone.tap(t('entry.submit'))
  await phone.sees(t('entry.pendingTitle'))
}

/** Answers the quiz before the first post, every question right. */
export async function passQuiz(phone: Phone, communityId: string) {
  const questions = [...(neighbourhood.quiz ?? []), ...COMMON_QUIZ]
  await phone.open(linkTo('entry.training', { communityId }))
  for (const [n, { text, choices, answer }] of questions.entries()) {
    const right = choices.find(({ value }) => value === answer)
    await phone.choose(`${n + 1}. ${text}`, right?.label ?? '')
  }
  await phone.tap(t('training.submit'))
  await phone.sees(t('training.passed', { right: questions.length }))
}

export async function fillApplication(phone: Phone, nickname: string) {
  await phone.write(t('member.nickname'), nickname)
  for (const question of neighbourhood.questions) await answer(phone, question)
  await phone.tap(t('entry.acceptRules', { version: 1 }))
}

/** From home to the empty form of the community's first kind of request. */
export async function openForm(phone: Phone) {
  await phone.open()
  await phone.tap(t('home.ask'))
  await phone.tapOn(life.name)
  await phone.sees(life.hint)
}

/** Fills in what the form asks for, in the words of its own examples but for what exactly. */
export const fillRequest = (phone: Phone, what: string) => fillForm(phone, life.fields, what)

/** The same for any form. */
export async function fillForm(phone: Phone, fields: readonly FieldDefinition[], what: string) {
  for (const field of fields) {
    if (field.key === 'what') await phone.write(field.label, what)
    else await answer(phone, field)
  }
}

export const requestRoute = pathOf('help.request')

/** Fills in a field as a person does who takes what lies nearest; optional ones stay open. */
async function answer(phone: Phone, field: FieldDefinition) {
  if (!field.required) return
  const [first] = field.options ?? []
  switch (field.kind) {
    case 'singleChoice':
    case 'multipleChoice':
      return phone.choose(field.label, first?.label ?? '')
    case 'dateTime':
      return phone.choose(field.label, t('common.tomorrowNight'))
    case 'number':
      return phone.tap(`${field.label} ${t('common.more')}`)
    default:
      return phone.write(field.label, field.example ?? '')
  }
}
