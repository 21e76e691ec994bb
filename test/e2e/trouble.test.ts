/** What a person sees and keeps when the group, the network or the cloud fails them. */
import { t } from '../../client/i18n'
import { pathOf } from '../../client/routes'
import { neighbourhood } from '../../cloudfunctions/domain/presets/neighbourhood'
import { neighbourly as life } from '../../cloudfunctions/domain/presets/templates/neighbourly'
import type { World } from '../world'
import { linkTo } from './lib/phone'
import { openStage, type Stage } from './lib/stage'
import { fillRequest, openForm, requestRoute } from './lib/steps'

let stage: Stage
let home: Awaited<ReturnType<World['given']['community']>>

beforeAll(async () => {
  stage = await openStage()
  home = await stage.world.given.community({ group: 'g-trouble' })
})

afterAll(async () => {
  await stage?.close()
})

const member = (name: string) => stage.world.given.member(home, name)

test('a forged group opens no door and binds nothing, and says so', async () => {
  const phone = await stage.phone({ openid: stage.world.person('forger').openid, group: 'g-free' })
  const forge = () =>
    phone.page.route('**/wx/group-enter', (route) =>
      route.fulfill({ json: { cloudID: 'made-up', data: { opengid: 'g-trouble' } } }),
    )
  await forge()
  await phone.open()
  await phone.sees(t('home.groupRefused'))
  expect(phone.route()).toBe(pathOf('home'))

  // Proven when the app was opened, forged when the group is to be bound.
  await phone.page.unroute('**/wx/group-enter')
  await phone.open()
  await phone.tap(t('home.createForGroup'))
  await phone.tap(neighbourhood.name)
  await phone.write(t('community.name'), '假群里的圈子')
  await phone.write(t('member.nickname'), '路人')
  await phone.sees(t('community.willBind'))
  await forge()
  await phone.tap(t('community.create'))
  await phone.sees(t('errors.group_not_proven'))
  await phone.sees(t('community.withoutGroup'))
  await phone.tap(t('community.create'))
  await phone.sees(t('community.cardLead'))
  const groups = await stage.world.documents('groups')
  expect(groups.map(({ communityId }) => communityId)).toEqual([home.communityId])
})

test('a write whose reply is lost is sent again with the same key and done once', async () => {
  const ann = await member('ann')
  const phone = await stage.phone(ann)
  const keys: string[] = []
  let isCut = true
  await phone.page.route('**/call/help', async (route) => {
    const { action, key } = route.request().postDataJSON() as { action: string; key?: string }
    if (action !== 'postRequest' || !key) return route.continue()
    keys.push(key)
    if (!isCut) return route.continue()
    // The first gets through and its reply is lost; the others do not even arrive.
    if (keys.length === 1) await route.fetch()
    return route.abort()
  })
  await openForm(phone)
  await fillRequest(phone, '借一架梯子换走廊的灯泡')
  await phone.tap(t('help.publish'))
  await phone.sees(t('errors.network'))
  expect(phone.route()).toBe(pathOf('help.post'))
  expect(keys.length).toBeGreaterThanOrEqual(3)

  await phone.page.reload()
  await phone.sees(t('help.hasDraft'))
  await phone.tapOn(life.name)
  await phone.sees(t('common.draftKept'))
  expect(await phone.valueOf(life.fields[0]?.label ?? '')).toBe('借一架梯子换走廊的灯泡')
  isCut = false
  await phone.tap(t('help.publish'))
  await phone.sees(t('help.freshTitle'))
  expect(phone.route()).toBe(requestRoute)
  expect(new Set(keys).size).toBe(1)
  const { communityId } = home
  const posted = await stage.world.documents('requests', { communityId })
  expect(posted).toHaveLength(1)
})

test('a page that cannot be reached says so and comes back by one tap', async () => {
  const phone = await stage.phone(await member('ben'))
  await phone.page.route('**/call/*', (route) => route.abort())
  await phone.open()
  await phone.sees(t('errors.network'))
  await phone.page.unroute('**/call/*')
  await phone.tap(t('common.retry'))
  await phone.sees(t('home.requests'))
})

test('a function that breaks shows the number under which it is in the log', async () => {
  const cai = await member('cai')
  const phone = await stage.phone(cai)
  const numbers: string[] = []
  phone.page.on('response', async (response) => {
    if (!response.url().endsWith('/call/inbox')) return
    const reply = (await response.json()) as { ok: boolean; requestId?: string }
    if (!reply.ok && reply.requestId) numbers.push(reply.requestId)
  })
  await damageMessages(cai.userId)
  await phone.open(linkTo('member.inbox', { communityId: home.communityId }))
  await phone.sees(t('errors.internal'))
  await phone.sees(t('common.retry'))
  expect(numbers.length).toBeGreaterThan(0)
  await phone.sees(`internal · ${numbers.at(-1)}`)
})

/** What no call can bring about: stored messages that are not as the code knows them. */
async function damageMessages(userId: string): Promise<void> {
  const response = await fetch(`${stage.world.cloud.url}/admin?env=local-env`, {
    method: 'POST',
    body: JSON.stringify({
      action: 'database.modifyDocument',
      collectionName: 'messages',
      queryType: 'WHERE',
      query: JSON.stringify({ userId }),
      data: JSON.stringify({ $set: { createdAt: null } }),
      multi: true,
      merge: true,
      upsert: false,
    }),
  })
  const { data } = (await response.json()) as { data?: { updated: number } }
  if (!data?.updated) throw new Error('there was no message to damage')
}
