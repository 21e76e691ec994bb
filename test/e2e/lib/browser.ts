import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** What the search needs of the machine; a test hands in its own. */
export interface Machine {
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  home: string
  isRoot: boolean
  exists(path: string): boolean
  list(folder: string): string[]
  /** The text of a file, empty when there is none. */
  read(path: string): string
  /** Runs a command to its end; answers its exit code and what it printed. */
  run(command: string, args: string[]): { code: number; output: string }
  /** Tells the person who waits. */
  say(sentence: string): void
}

const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  home: homedir(),
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''),
  run: (command, args) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return { code: status ?? 1, output: `${stdout ?? ''}${stderr ?? ''}` }
  },
  say: (sentence) => process.stderr.write(`${sentence}\n`),
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The path of a Chromium or Chrome: `CHROMIUM_PATH`, else where it is usually installed, else
 * installed now where that needs no question (Debian or Ubuntu, as root). Throws one sentence that
 * says what to do otherwise. Also sees to a Chinese font where it may install one.
 */
export function findBrowser(machine: Machine = thisMachine): string {
  const chosen = machine.env.CHROMIUM_PATH
  if (chosen) {
    if (machine.exists(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH points to ${chosen}, where there is no file`)
  }
  const found = usualPaths(machine).find(machine.exists)
  if (found) {
    if (!hasChineseFont(machine)) getChineseFont(machine)
    return found
  }
  if (!canInstall(machine)) throw new Error(adviceFor(machine.platform))
  const packages = hasChineseFont(machine) ? ['chromium'] : ['chromium', 'fonts-noto-cjk']
  install(machine, packages)
  const installed = usualPaths(machine).find(machine.exists)
  if (!installed) throw new Error(`${packages[0]} was installed but is not where it is expected`)
  return installed
}

/** A browser with a profile of its own that is gone when it closes. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), headless: true, args: FLAGS })
}

function usualPaths({ platform, env, home, list }: Machine): string[] {
  const cache = env.PLAYWRIGHT_BROWSERS_PATH
  if (platform === 'darwin') {
    const apps = ['/Applications', join(home, 'Applications')]
    return [
      ...apps.map((folder) => join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome')),
      ...apps.map((folder) => join(folder, 'Chromium.app/Contents/MacOS/Chromium')),
      ...ofPlaywright(cache ?? join(home, 'Library/Caches/ms-playwright'), list, [
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      ]),
    ]
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return [
      ...roots.flatMap((root) =>
        root ? [join(root, 'Google/Chrome/Application/chrome.exe')] : [],
      ),
      ...ofPlaywright(cache ?? join(env.LOCALAPPDATA ?? home, 'ms-playwright'), list, [
        'chrome-win/chrome.exe',
        'chrome-win64/chrome.exe',
      ]),
    ]
  }
  return [
    ...NAMES.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`]),
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    ...ofPlaywright(cache ?? join(home, '.cache/ms-playwright'), list, [
      'chrome-linux/chrome',
      'chrome-linux64/chrome',
    ]),
  ]
}

/** Browsers that playwright downloaded for another project, the newest first. */
function ofPlaywright(cache: string, list: Machine['list'], inside: string[]): string[] {
  const build = (folder: string) => Number(folder.slice('chromium-'.length))
  return list(cache)
    .filter((folder) => /^chromium-\d+$/.test(folder))
    .sort((a, b) => build(b) - build(a))
    .flatMap((folder) => inside.map((path) => join(cache, folder, path)))
}

const canInstall = ({ platform, isRoot, read }: Machine) =>
  platform === 'linux' && isRoot && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(read('/etc/os-release'))

/** Asked where fontconfig manages fonts; the other systems bring Chinese ones along. */
const hasChineseFont = ({ platform, run }: Machine) =>
  platform !== 'linux' || run('fc-list', [':lang=zh']).output.trim() !== ''

/** Without one the tests hold all the same; only pictures show boxes in place of the words. */
function getChineseFont(machine: Machine) {
  try {
    if (canInstall(machine)) install(machine, ['fonts-noto-cjk'])
  } catch (error) {
    machine.say(`no Chinese font: ${error instanceof Error ? error.message : error}`)
  }
}

function install({ run, say }: Machine, packages: string[]) {
  say(`installing ${packages.join(' and ')} for the browser tests …`)
  // One broken source fails the update but not what comes from the others: the installation decides.
  const update = run('apt-get', ['update'])
  const args = ['install', '-y', '--no-install-recommends', ...packages]
  const { code, output } = run('apt-get', args)
  if (code === 0) return
  const said = `${update.code === 0 ? '' : `${update.output}\n`}${output}`.slice(-2000)
  throw new Error(
    `apt-get ${args.join(' ')} failed; install by hand or set CHROMIUM_PATH.\n${said}`,
  )
}

function adviceFor(platform: NodeJS.Platform): string {
  const how =
    platform === 'darwin'
      ? 'install Google Chrome (for example `brew install --cask google-chrome`)'
      : platform === 'win32'
        ? 'install Google Chrome'
        : 'install one (Debian, Ubuntu: `sudo apt-get install -y chromium fonts-noto-cjk`)'
  return `The browser tests found no Chromium: ${how}, or set CHROMIUM_PATH to one.`
}
