/** Founding a community in a few taps, and a form that its admin edits and members then use. */

import { t } from '../../client/i18n'
import { pathOf } from '../../client/routes'
import { bargain } from '../../cloudfunctions/domain/presets/bargain'
import { linkTo, type Phone } from './lib/phone'
import { openStage, type Stage } from './lib/stage'
import { fillForm } from './lib/steps'

/** The promise: a card to share in under a minute, and at most five taps after the name. */
const TAPS_MAX = 5
const SECONDS_MAX = 60
const PICTURES = '照片'
/** The smallest picture there is. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const OWN_FIELD = '最晚几点能取货'

let stage: Stage
let owner: Phone
let communityId = ''

beforeAll(async () => {
  stage = await openStage()
  owner = await stage.phone({ openid: stage.world.person('owner').openid })
})

afterAll(async () => {
  await stage?.close()
})

test('what is missing comes into sight by itself', async () => {
  await owner.open(linkTo('community.create'))
  await owner.sees(bargain.name)
  await owner.tap(t('community.create'))
  await owner.sees(t('community.choosePresetFirst'))
  await owner.page.waitForFunction(() => {
    const box = document.querySelector('.hz-field--wrong')?.getBoundingClientRect()
    return box !== undefined && box.top > 0 && box.bottom < window.innerHeight
  })
})

test('from the name to a card that can be shared it takes at most five taps', async () => {
  const started = Date.now()
  await owner.open(linkTo('community.create'))
  await owner.tap(bargain.name)
  await owner.write(t('community.name'), '青石里凑单')
  await countTaps(owner)
  await owner.write(t('member.nickname'), '老周')
  await owner.tap(t('community.create'))
  await owner.sees(t('community.share'))
  communityId = owner.param('communityId') ?? ''
  const taps = await tapsCounted(owner)
  const seconds = (Date.now() - started) / 1000
  console.log(`a card after ${taps} taps and ${seconds.toFixed(1)} s`)
  expect(taps).toBeGreaterThan(0)
  expect(taps).toBeLessThanOrEqual(TAPS_MAX)
  expect(seconds).toBeLessThan(SECONDS_MAX)
})

test('an admin adds a field, tries the form, and publishes it; a request is written on it', async () => {
  const [form] = bargain.templates
  if (!form) throw new Error('the preset has no form')
  await owner.open(linkTo('community.forms', { communityId }))
  await owner.tapOn(form.name)
  await owner.tap(t('forms.addField'))
  await owner.tapInSheet(t('forms.kind_shortText'))
  await owner.tap(t('forms.publish', { version: 2 }))
  await owner.sees(t('fieldErrors.missing'))
  await owner.write(t('forms.label'), OWN_FIELD)
  await owner.tap(t('forms.tabPreview'))
  await owner.sees(OWN_FIELD)
  await owner.tap(t('forms.publish', { version: 2 }))
  await owner.sees(t('forms.published', { name: form.name, version: 2 }))

  await owner.open(linkTo('help.post', { communityId, templateId: form.key }))
  await fillForm(owner, form.fields, '超市满减还差三十元，想找人一起凑')
  await owner.write(OWN_FIELD, '晚上八点')
  await addPicture(owner, PICTURES)
  await owner.tap(t('help.publish'))
  await owner.sees('晚上八点')
  await owner.page.getByLabel(`${PICTURES} ${t('common.pictureNumber', { number: 1 })}`).waitFor()
  expect(owner.route()).toContain(pathOf('help.request'))
})

test('no page complained', () => {
  expect(stage.problems()).toEqual([])
})

/** Chooses a picture in the browser's own dialogue and waits until it has arrived. */
async function addPicture({ page }: Phone, label: string) {
  const chosen = page.waitForEvent('filechooser')
  await page.getByLabel(`${label} ${t('common.addPicture')}`).click()
  const name = 'rules.png'
  await (await chosen).setFiles({ name, mimeType: 'image/png', buffer: DOT })
  await page.getByText('1/3').waitFor()
  await page.getByText('%').waitFor({ state: 'hidden' })
}

/** From here on every touch of the page is counted, by the page itself. */
const countTaps = (phone: Phone) =>
  phone.page.evaluate(() => {
    const counter = window as Window & { taps?: number }
    counter.taps = 0
    const count = () => {
      counter.taps = (counter.taps ?? 0) + 1
    }
    window.addEventListener('click', count, { capture: true })
    window.addEventListener('focusin', count, { capture: true })
  })

const tapsCounted = (phone: Phone): Promise<number> =>
  phone.page.evaluate(() => (window as Window & { taps?: number }).taps ?? 0)
