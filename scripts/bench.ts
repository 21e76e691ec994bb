import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWorld } from '../test/world'
import { ABOVE_ALONE, adjustFreely } from '../test/world/calls/points'
import { busyCommunity, type Measure, measureAll } from '../test/world/costs'
import { measurePictures } from './bench-pictures'
import { measureScreening } from './bench-screening'
import { measureSizes } from './bench-sizes'
import { buildFunctions } from './build-functions'
import { runScript } from './lib/complaint'
import { readOptions } from './lib/options'

const SPEC = {
  command: 'npm run bench',
  about: `Counts what every call costs and weighs what is shipped; prints tables, writes bench/results.json.
Counts are exact. Times are this machine's: compare them within one run only.
Package sizes need a build: npm run build:weapp.`,
  options: {
    rounds: { value: 'N', about: 'how often each call is made; times are medians (default 3)' },
    board: { value: 'N', about: 'requests on the larger of two boards compared (default 100000)' },
    requests: { value: 'N', about: 'open requests in the measured community (default 300)' },
  },
} as const

const root = join(__dirname, '..')
const weapp = join(root, 'dist/weapp')

/** Limits the product sets itself, in bytes: well below the platform's 2 MB a package. */
const MAIN_PACKAGE_BYTES_MAX = 700_000
const SUB_PACKAGE_BYTES_MAX = 400_000

/** The smaller of the two boards that are compared. */
const SMALL_BOARD = 100

type Row = Record<string, string | number>

function table(title: string, rows: Row[]): void {
  console.log(`\n${title}`)
  const columns = Object.keys(rows[0] ?? {})
  const width = (column: string) =>
    Math.max(column.length, ...rows.map((row) => String(row[column]).length))
  const line = (cells: (column: string) => string | number) =>
    columns
      .map((column) => {
        const cell = String(cells(column))
        return typeof rows[0]?.[column] === 'number'
          ? cell.padStart(width(column))
          : cell.padEnd(width(column))
      })
      .join('  ')
  console.log(line((column) => column))
  for (const row of rows) console.log(line((column) => row[column] ?? ''))
}

const MINUTE_MS = 60_000

const median = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

async function measureCalls(rounds: number, requests: number): Promise<Row[]> {
  const world = await openWorld()
  try {
    const at = await busyCommunity(world, requests)
    // Each round its admin gives points alone, all on one day.
    await adjustFreely(at, ABOVE_ALONE - 1)
    const runs: Measure[][] = []
    for (let round = 0; round < rounds; round++) {
      const ann = await world.given.member(at, 'ann')
      const ben = await world.given.member(at, 'ben')
      const begun = performance.now()
      runs.push(await measureAll(world, at, { ann, ben }))
      // Nobody may write more often in a minute, the owner of all these scenes neither.
      const rest = begun + MINUTE_MS - performance.now()
      if (round + 1 < rounds) await new Promise((resolve) => setTimeout(resolve, rest))
    }
    const coldByFunction = await coldStarts()
    return (runs[0] ?? []).map(({ name, kind }, i) => {
      const all = runs.map((run) => run[i]).filter((m): m is Measure => m !== undefined)
      const worst = (part: 'calls' | 'steps' | 'scanned' | 'returned' | 'bytes') =>
        Math.max(...all.map((m) => m[part]))
      return {
        call: name,
        kind,
        'cold ms': Math.round(coldByFunction.get(name.split('.')[0] ?? '') ?? 0),
        'warm ms': Number(median(all.filter((m) => !m.cold).map((m) => m.ms)).toFixed(1)),
        calls: worst('calls'),
        steps: worst('steps'),
        scanned: worst('scanned'),
        returned: worst('returned'),
        'reply bytes': worst('bytes'),
      }
    })
  } finally {
    await world.close()
  }
}

/** The first call to each function of a cloud that has just started. */
async function coldStarts(): Promise<Map<string, number>> {
  const world = await openWorld()
  try {
    const user = world.person('first')
    const times = new Map<string, number>()
    const first = {
      community: 'listPresets',
      entry: 'getDoor',
      help: 'listThanks',
      inbox: 'list',
      member: 'list',
    }
    for (const [fn, action] of Object.entries(first)) {
      const input = { communityId: 'none' }
      times.set(fn, (await world.send(user, fn, { action, input })).costs.ms)
    }
    return times
  } finally {
    await world.close()
  }
}

function bytesBelow(folder: string, skip: (path: string) => boolean = () => false): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (skip(path)) continue
    bytes += entry.isDirectory() ? bytesBelow(path, skip) : statSync(path).size
  }
  return bytes
}

function packageSizes(): Row[] {
  const subPackages = join(weapp, 'packages')
  const rows: Row[] = [
    {
      package: 'main',
      bytes: bytesBelow(weapp, (path) => path === subPackages),
      limit: MAIN_PACKAGE_BYTES_MAX,
    },
  ]
  for (const name of readdirSync(subPackages).sort()) {
    rows.push({
      package: name,
      bytes: bytesBelow(join(subPackages, name)),
      limit: SUB_PACKAGE_BYTES_MAX,
    })
  }
  return rows.map((row) => ({
    ...row,
    within: Number(row.bytes) <= Number(row.limit) ? 'yes' : 'NO',
  }))
}

async function main() {
  const options = readOptions(SPEC, process.argv.slice(2))
  if (!options) return
  const rounds = Number(options.rounds ?? 3)
  const requests = Number(options.requests ?? 300)
  const out = join(root, 'dist/cloudfunctions')
  const bundles = await buildFunctions(out)
  process.env.HUZHU_TEST_FUNCTIONS = out
  const calls = await measureCalls(rounds, requests)
  table(`Calls, in a community of ${requests} open requests`, calls)
  const large = Number(options.board ?? 100_000)
  const sizes = await measureSizes(out, [SMALL_BOARD, large], rounds)
  table(`The board with ${SMALL_BOARD} and with ${large} open requests`, sizes)
  const screening = measureScreening()
  if (screening) table('Screening of labelled public texts, by rules alone', screening)
  else console.log('\nScreening: skipped, ../shared/data/cold-dev.csv is not there')
  const pictures = await measurePictures(rounds)
  table('Search for codes in pictures', pictures)
  const functions = Object.entries(bundles)
    .sort()
    .map(([name, bytes]) => ({ function: name, bytes }))
  table('Function bundles', functions)
  const packages = existsSync(weapp) ? packageSizes() : []
  if (packages.length > 0) table('WeChat packages', packages)
  else console.log('\nWeChat packages: skipped, build them by npm run build:weapp')
  mkdirSync(join(root, 'bench'), { recursive: true })
  const results = {
    command: 'npm run bench',
    requests,
    calls,
    sizes,
    ...(screening ? { screening } : {}),
    pictures,
    functions,
    packages,
  }
  writeFileSync(join(root, 'bench/results.json'), `${JSON.stringify(results, null, 2)}\n`)
  if (packages.some(({ within }) => within === 'NO')) process.exitCode = 1
}

runScript(main)
