import { findBrowser, launch, type Machine } from './browser'

const debian = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n'

/** A machine with these files; `apt-get install` puts a browser where Debian does. */
function machine(given: {
  files?: string[]
  env?: Record<string, string>
  platform?: NodeJS.Platform
  isRoot?: boolean
  release?: string
  fonts?: string
  apt?: number
}) {
  const files = new Set(given.files ?? [])
  const commands: string[] = []
  const said: string[] = []
  const value: Machine = {
    env: given.env ?? {},
    platform: given.platform ?? 'linux',
    home: '/home/ann',
    isRoot: given.isRoot ?? false,
    exists: (path) => files.has(path),
    list: (folder) => [
      ...new Set(
        [...files].flatMap((file) =>
          file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1).split('/')[0] ?? ''] : [],
        ),
      ),
    ],
    read: (path) => (path === '/etc/os-release' ? (given.release ?? '') : ''),
    run(command, args) {
      commands.push([command, ...args].join(' '))
      if (command === 'fc-list') return { code: 0, output: given.fonts ?? 'NotoSansCJK' }
      if (given.apt) return { code: given.apt, output: 'E: no network' }
      if (args.includes('chromium')) files.add('/usr/bin/chromium')
      return { code: 0, output: '' }
    },
    say: (sentence) => said.push(sentence),
  }
  return { value, commands, said }
}

test('the browser that the environment names is taken before any other', () => {
  const { value } = machine({
    files: ['/opt/mine', '/usr/bin/chromium'],
    env: { CHROMIUM_PATH: '/opt/mine' },
  })
  expect(findBrowser(value)).toBe('/opt/mine')
})

test('a named browser that is not there is an error, not a reason to look elsewhere', () => {
  const { value } = machine({ files: ['/usr/bin/chromium'], env: { CHROMIUM_PATH: '/opt/gone' } })
  expect(() => findBrowser(value)).toThrow('CHROMIUM_PATH points to /opt/gone')
})

test('the usual places of each system are searched', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(findBrowser(machine({ platform: 'darwin', files: [mac] }).value)).toBe(mac)
  expect(findBrowser(machine({ files: ['/usr/bin/google-chrome'] }).value)).toBe(
    '/usr/bin/google-chrome',
  )
})

test('of the browsers that playwright keeps, the newest is taken', () => {
  const at = (build: number) =>
    `/home/ann/.cache/ms-playwright/chromium-${build}/chrome-linux/chrome`
  expect(findBrowser(machine({ files: [at(998), at(1208)] }).value)).toBe(at(1208))
})

test('on Debian as root a browser and a Chinese font are installed', () => {
  const { value, commands } = machine({ isRoot: true, release: debian, fonts: '' })
  expect(findBrowser(value)).toBe('/usr/bin/chromium')
  expect(commands).toContain('apt-get install -y --no-install-recommends chromium fonts-noto-cjk')
})

test('a missing Chinese font is installed beside a browser that is there', () => {
  const { value, commands } = machine({
    files: ['/usr/bin/chromium'],
    isRoot: true,
    release: debian,
    fonts: '',
  })
  expect(findBrowser(value)).toBe('/usr/bin/chromium')
  expect(commands).toContain('apt-get install -y --no-install-recommends fonts-noto-cjk')
})

test('a browser without a Chinese font still serves when none can be fetched', () => {
  const { value, said } = machine({
    files: ['/usr/bin/chromium'],
    isRoot: true,
    release: debian,
    fonts: '',
    apt: 100,
  })
  expect(findBrowser(value)).toBe('/usr/bin/chromium')
  expect(said.join()).toContain('no Chinese font')
})

test('where nothing may be installed, one sentence says what to do', () => {
  const { value, commands } = machine({ release: debian })
  expect(() => findBrowser(value)).toThrow('sudo apt-get install -y chromium fonts-noto-cjk')
  expect(commands).toEqual([])
})

test('a failed installation shows what the package manager said', () => {
  const { value } = machine({ isRoot: true, release: debian, apt: 100 })
  expect(() => findBrowser(value)).toThrow('E: no network')
})

test('the browser of this machine starts and shows a page', async () => {
  const browser = await launch()
  try {
    const page = await browser.newPage()
    await page.setContent('<p>你好</p>')
    expect(await page.locator('p').textContent()).toBe('你好')
  } finally {
    await browser.close()
  }
})
