import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildClientWhenChanged,
  buildFunctionsWhenChanged,
  CLIENT_OUT,
  FUNCTIONS_OUT,
} from './builds'
import { type DataFolder, openDataFolder } from './data-folder'
import { openCloud, type Places, seedOnce } from './demo-cloud'
import { openBrowser } from './open-browser'
import { readOptions, readPort } from './options'
import { requireFreePort } from './port'

const PORT = '4173'
const DATA = '.data/dev'
const root = join(__dirname, '../..')

const spec = {
  command: 'npm start',
  about:
    'Builds 互助圈, starts it with its local cloud and a demo community, and opens the preview.',
  options: {
    port: { value: 'N', about: `the port on 127.0.0.1 (${PORT}); 0 lets the system choose` },
    data: { value: 'DIR', about: `where everything is kept (${DATA})` },
    reset: { about: 'forget everything in the data folder and begin anew' },
    'no-open': { about: 'do not open the browser' },
    wechat: {
      value: 'FILE',
      about: 'what is set up for the app at WeChat (JSON): templates, pages, message push',
    },
    'no-build': { about: 'serve the client as it was built last' },
  },
} as const

const say = (text: string) => process.stdout.write(`${text}\n`)

/** What `npm start` does with its arguments; resolves once the address is printed. */
export async function start(args: readonly string[]): Promise<void> {
  const options = readOptions(spec, args)
  if (!options) return
  const port = readPort(options.port ?? PORT)
  // Until it runs there is nothing to save: an unfinished build or seed is begun anew.
  const leave = () => process.exit(130)
  process.once('SIGINT', leave).once('SIGTERM', leave)

  const folder = openDataFolder(options.data ?? join(root, DATA), options.data === undefined)
  await requireFreePort(port)
  if (options.reset) folder.clear()
  const places = await build(options['no-build'])
  if (!folder.state.seededAt) say('Telling the demo communities their story …')
  await seedOnce(folder, places)
  const settings = options.wechat === undefined ? {} : { settings: options.wechat }
  const cloud = await openCloud(folder, places, { port, timers: true, ...settings })
  folder.remember({ address: cloud.url })

  process.removeListener('SIGINT', leave).removeListener('SIGTERM', leave)
  endWith(folder, cloud)
  say(welcome(cloud.url, folder))
  if (!options['no-open']) openBrowser(cloud.url)
}

async function build(isClientKept: boolean): Promise<Places> {
  if (await buildFunctionsWhenChanged()) say('Built the functions.')
  const appDir = join(root, CLIENT_OUT)
  if (!isClientKept) {
    await buildClientWhenChanged(() => say('Building the client, which takes about a minute …'))
  } else if (!existsSync(join(appDir, 'index.html'))) {
    say('No client has been built: the phone stays empty until `npm run build:h5`.')
    mkdirSync(appDir, { recursive: true })
  }
  // Built by `npm run build:weapp`, when somebody wants to look at it too.
  const weappDir = join(root, 'dist/weapp')
  const isCompiled = existsSync(join(weappDir, 'app.json'))
  const functionsDir = join(root, FUNCTIONS_OUT)
  return { functionsDir, appDir, ...(isCompiled ? { weappDir } : {}) }
}

const welcome = (url: string, folder: DataFolder) => `
互助圈 runs at ${url}/ — tap the group's card there as owner, moderator, member, newcomer or stranger.

  Everything you do is kept in ${folder.path}; \`npm start -- --reset\` begins anew.
  Ctrl-C ends it.`

/** Ends in order at the first signal; what was acknowledged is on the disk in any case. */
function endWith(folder: DataFolder, cloud: { close(): Promise<void> }): void {
  let isEnding = false
  const end = () => {
    if (isEnding) return
    isEnding = true
    void cloud.close().then(() => {
      folder.close()
      process.exit(0)
    })
  }
  process.on('SIGINT', end).on('SIGTERM', end)
}
