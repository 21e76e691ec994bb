import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { people } from '../../../scripts/seed/people'
import { openWorld } from '../../world'
import { launch } from './browser'
import { type Holder, type Look, openPhone, type Phone } from './phone'

const app = process.env.HUZHU_H5 ?? join(__dirname, '../../../dist/h5')

export type Stage = Awaited<ReturnType<typeof openStage>>

/** A cloud of its own that serves the built client, a browser, and phones to hand out. */
export async function openStage() {
  if (!existsSync(join(app, 'index.html'))) {
    throw new Error(`no client in ${app}: build it by \`npm run build:h5\``)
  }
  const folder = mkdtempSync(join(tmpdir(), 'huzhu-people-'))
  const file = join(folder, 'people.json')
  writeFileSync(file, JSON.stringify(people))
  const world = await openWorld({ app, people: file })
  const browser = await launch()
  const phones: Phone[] = []
  return {
    world,
    browser,
    /** A phone of this person; all are taken back at the end. */
    async phone(holder: Holder, look: Look = {}): Promise<Phone> {
      const phone = await openPhone(browser, world.cloud.url, holder, look)
      phones.push(phone)
      return phone
    },
    /** What went wrong in any of the phones and was handled by nobody. */
    problems: () => phones.flatMap(({ problems }) => problems),
    async close() {
      await browser.close()
      await world.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
