import { join } from 'node:path'
import { type CallEntry, contract, type WriteName } from '../../types/contract'
import type { Action } from './action'

/**
 * What a person writes freely is screened before it is written, or it stands here why not. Generated
 * from the contract: a new call with a text in it is asked about by being written down.
 */
const UNSCREENED: { readonly [N in WriteName]?: string } = {
  'moderation.savePolicy': 'the words to look for: a screen would find every one of them',
  'store.addCodes': 'codes of a shop, sealed, each seen by the one who redeems it',
  'store.redeem': 'where to send it: sealed, and name and telephone are what it is for',
  'store.ship': 'the carrier and its number, for the buyer alone: numbers look like telephones',
  'event.attend': 'a code that was scanned: compared, never kept',
  'event.admit': 'a code that was scanned: compared, never kept',
}

/** A scanned code is no writing. */
const isTap = (name: WriteName) => ['event.attend', 'event.admit'].includes(name)

const ON_DUTY = 'of those on duty'
const WAY_OUT = 'says why one leaves something: leaving is never made hard'

/**
 * Words that need no quiz before them, and why; all others put something before people who did not
 * ask for it. Who has not passed reads, applies, signs up, thanks and leaves.
 */
const UNTRAINED: { readonly [N in WriteName]?: string } = {
  'community.create': 'there is no quiz yet',
  'community.publishRules': ON_DUTY,
  'community.describe': ON_DUTY,
  'community.publishQuestions': ON_DUTY,
  'entry.apply': 'not a member yet',
  'entry.decide': ON_DUTY,
  'member.updateProfile': 'what was applied with is corrected',
  'help.publishTemplate': ON_DUTY,
  'help.withdrawOffer': WAY_OUT,
  'help.declineOffer': WAY_OUT,
  'help.closeRequest': WAY_OUT,
  'help.confirmDone': 'a helper waits for the thanks',
  'moderation.savePolicy': ON_DUTY,
  'moderation.decide': ON_DUTY,
  'moderation.resubmit': 'what was posted is corrected, and a moderator sees it again',
  'points.adjust': ON_DUTY,
  'points.reverse': ON_DUTY,
  'points.decideAdjustment': ON_DUTY,
  'training.publish': ON_DUTY,
  'recognition.publishLevels': ON_DUTY,
  'challenge.create': ON_DUTY,
  'challenge.edit': ON_DUTY,
  'challenge.cancel': ON_DUTY,
  'store.saveItem': ON_DUTY,
  'store.addCodes': ON_DUTY,
  'store.redeem': 'an address, sealed',
  'store.cancelOrder': WAY_OUT,
  'store.ship': ON_DUTY,
  'store.refund': ON_DUTY,
  'event.cancel': WAY_OUT,
  'event.decide': ON_DUTY,
  'event.register': 'answers what the organiser asks, for the organiser alone',
  'event.cancelRegistration': WAY_OUT,
  'event.decideRegistration': 'answers who asked for a seat',
  'event.disputeNoShow': 'says to the organiser alone what happened',
  'event.excuseNoShow': 'takes a record back, for whom it is about',
  'event.attend': 'a scanned code',
  'event.admit': 'a scanned code',
  'event.undoAttendance': ON_DUTY,
  'event.giveFeedback': 'thanks the organiser, who alone reads the words',
}

/** As much of a schema as is walked through. */
type Schema = {
  type: string
  kind: string
  pipe?: readonly Schema[]
  entries?: Readonly<Record<string, Schema>>
  item?: Schema
  value?: Schema
  wrapped?: Schema
  options?: readonly Schema[]
}

/** What makes of a string a name, an instant or a day: then nobody can say something with it. */
const SHAPED = ['regex', 'iso_timestamp']

const under = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)

/** The paths in an input under which any text may stand. Throws for a kind of schema it does not know. */
function textsIn(schema: Schema, path = ''): string[] {
  switch (schema.type) {
    case 'string':
      return schema.pipe?.some(({ type }) => SHAPED.includes(type)) ? [] : [path]
    case 'object':
      return Object.entries(schema.entries ?? {}).flatMap(([key, field]) =>
        textsIn(field, under(path, key)),
      )
    case 'array':
      return schema.item ? textsIn(schema.item, `${path}[]`) : []
    case 'record':
      return schema.value ? textsIn(schema.value, under(path, '*')) : []
    case 'optional':
    case 'nullable':
    case 'nullish':
      return schema.wrapped ? textsIn(schema.wrapped, path) : []
    case 'union':
    case 'variant':
      return (schema.options ?? []).flatMap((option) => textsIn(option, path))
    case 'number':
    case 'boolean':
    case 'picklist':
    case 'literal':
    case 'null':
      return []
    default:
      throw new Error(`what may stand in a ${schema.type}?`)
  }
}

/** The action of a call, from the file of its name. */
function actionOf(name: WriteName): Action {
  const [domain = '', action = ''] = name.split('.')
  const file = action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const exported = require(join(__dirname, '../functions', domain, file)) as Record<string, Action>
  const found = Object.values(exported).find((one) => one.name === name)
  if (!found) throw new Error(`${name} is not in ${file}.ts`)
  return found
}

const writes = (Object.keys(contract) as WriteName[]).filter(
  (name) => (contract[name] as CallEntry).kind === 'write',
)
const withTexts = writes
  .map((name) => ({ name, texts: textsIn(contract[name].input as unknown as Schema) }))
  .filter(({ texts }) => texts.length > 0)

test('the texts of an input are found, however deep', () => {
  const texts = Object.fromEntries(withTexts.map((found) => [found.name, found.texts]))
  expect(texts['help.makeOffer']).toEqual(['message'])
  expect(texts['help.postRequest']).toEqual(['answers.*'])
  expect(texts['entry.decide']).toEqual(['reason'])
  expect(texts['event.create']).toContain('form.speakers[].about')
  expect(texts['checkin.checkIn']).toBeUndefined()
})

test.each(withTexts)('$name screens $texts, or says why not', ({ name }) => {
  const isExempt = UNSCREENED[name] !== undefined
  // An exemption of an action that does screen would only wait to hide that it stops.
  expect(actionOf(name).screens).toBe(!isExempt)
})

test.each(withTexts)('$name is held to the pace of writing, not of taps', ({ name }) => {
  const { pace = 'step' }: CallEntry = contract[name]
  expect(pace === 'step').toBe(isTap(name))
})

test.each(withTexts)('$name comes after the quiz, or says why not', ({ name }) => {
  const { afterTraining }: CallEntry = contract[name]
  expect(afterTraining === true).toBe(UNTRAINED[name] === undefined)
})

test('nothing is exempt that has no text', () => {
  const names: string[] = withTexts.map(({ name }) => name)
  expect(
    Object.keys({ ...UNSCREENED, ...UNTRAINED }).filter((name) => !names.includes(name)),
  ).toEqual([])
})
