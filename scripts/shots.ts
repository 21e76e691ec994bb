import { mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { launch } from '../test/e2e/lib/browser'
import {
  buildClientWhenChanged,
  buildFunctionsWhenChanged,
  CLIENT_OUT,
  FUNCTIONS_OUT,
} from './lib/builds'
import { Complaint, runScript } from './lib/complaint'
import { readOptions } from './lib/options'
import { photograph } from './shots/camera'
import { drawOverview, drawPreview, OVERVIEW } from './shots/readme'
import type { Scene } from './shots/scene'
import { communityScenes } from './shots/scenes-community'
import { entryScenes } from './shots/scenes-entry'
import { eventScenes } from './shots/scenes-events'
import { formScenes } from './shots/scenes-forms'
import { helpScenes } from './shots/scenes-help'
import { homeScenes } from './shots/scenes-home'
import { moderationScenes } from './shots/scenes-moderation'
import { pointsScenes } from './shots/scenes-points'
import { recognitionScenes } from './shots/scenes-recognition'
import { reminderScenes } from './shots/scenes-reminders'
import { requestScenes } from './shots/scenes-request'
import { storeScenes } from './shots/scenes-store'
import { makeContactSheet } from './shots/sheet'
import { openStudio } from './shots/studio'

const root = join(__dirname, '..')
const SHOTS = join(root, 'shots')
const PICTURES = join(root, 'docs/pictures')
/** Pictures taken at once: most of the time a page waits. */
const HANDS = 3

const SPEC = {
  command: 'npm run shots',
  about: `Photographs every page and state at 390×844 into shots/, with one contact sheet, and draws the
pictures of the README into docs/pictures/.`,
  options: {
    only: { value: 'NAME[,NAME]', about: 'scenes whose name holds one of these; the README stays' },
    readme: { about: 'the pictures of the README alone' },
    whole: { about: 'pages in their whole length, in place of what the phone shows of them' },
    'no-build': { about: 'take the client and the functions as they were built last' },
  },
} as const

const scenes: readonly Scene[] = [
  ...homeScenes,
  ...helpScenes,
  ...eventScenes,
  ...pointsScenes,
  ...storeScenes,
  ...recognitionScenes,
  ...requestScenes,
  ...entryScenes,
  ...moderationScenes,
  ...communityScenes,
  ...formScenes,
  ...reminderScenes,
]

async function main(): Promise<void> {
  const options = readOptions(SPEC, process.argv.slice(2))
  if (!options) return
  const wanted = options.only?.split(',')
  const chosen = scenes.filter(({ name }) => {
    if (options.readme) return OVERVIEW.includes(name)
    return wanted?.some((part) => name.includes(part)) ?? true
  })
  if (chosen.length === 0) {
    throw new Complaint(
      `No scene is called so. There are: ${scenes.map(({ name }) => name).join(' ')}`,
    )
  }
  if (!options['no-build']) {
    await buildFunctionsWhenChanged()
    await buildClientWhenChanged(() => console.log('Building the client …'))
  }
  const places = { functionsDir: join(root, FUNCTIONS_OUT), appDir: join(root, CLIENT_OUT) }
  if (!wanted) rmSync(SHOTS, { recursive: true, force: true })
  mkdirSync(SHOTS, { recursive: true })
  mkdirSync(PICTURES, { recursive: true })

  console.log('Telling the demo its story …')
  const studio = await openStudio(places)
  const browser = await launch()
  const failures: string[] = []
  try {
    const jobs = chosen.flatMap((scene) =>
      (scene.looks ?? (['light'] as const)).map((look) => async () => {
        try {
          return await photograph(browser, studio, scene, look, SHOTS, options.whole)
        } catch (error) {
          failures.push(`${scene.name} (${look}): ${(error as Error).message}`)
          return null
        }
      }),
    )
    const pictures = (await sideBySide(jobs)).filter((picture) => picture !== null)
    const sheet = await makeContactSheet(browser, pictures, SHOTS)
    if (!wanted && !options.whole) {
      await drawOverview(browser, SHOTS, join(PICTURES, 'overview.png'))
      await drawPreview(browser, studio, join(PICTURES, 'preview.png'))
    }
    console.log(`${pictures.length} pictures, all on ${relative(root, sheet)}`)
  } finally {
    await browser.close()
    await studio.close()
  }
  if (failures.length > 0)
    throw new Complaint('Some pictures could not be taken.', failures.join('\n\n'))
}

/** Runs the jobs, a few at a time; answers in their order. */
async function sideBySide<T>(jobs: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = []
  const rest = jobs.entries()
  const work = async () => {
    for (const [place, job] of rest) results[place] = await job()
  }
  await Promise.all(Array.from({ length: HANDS }, work))
  return results
}

runScript(main)
