import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { runScript } from './lib/complaint'
import { onDemand } from './lib/on-demand'
import { readOptions } from './lib/options'

const SPEC = {
  command: 'npm run build:functions',
  about: `Bundles every folder of cloudfunctions/functions to dist/cloudfunctions/<name>/: index.js (the
official SDK included, so that nothing is installed on deploy), package.json with the runtime, and
config.json with permissions and its one timer, if it has one.`,
  options: { out: { value: 'DIR', about: 'where to build to (default dist/cloudfunctions)' } },
} as const

const root = join(__dirname, '..')
const source = join(root, 'cloudfunctions/functions')

/** The runtime that deployed functions run on; development needs at least the same major version. */
export const RUNTIME = 'Nodejs20.19'

/**
 * What a function may ask of WeChat unless it says otherwise: the checks that every write goes through.
 * `permissions` count only when a function is uploaded by WeChat's own tools (docs/deploy.md).
 */
const CONFIG = {
  permissions: { openapi: ['security.msgSecCheck', 'security.mediaCheckAsync'] },
}

/** Builds all functions into `out`; answers each bundle's size in bytes. */
export async function buildFunctions(out: string): Promise<Record<string, number>> {
  rmSync(out, { recursive: true, force: true })
  const sizes: Record<string, number> = {}
  const names = readdirSync(source).filter((name) => existsSync(join(source, name, 'index.ts')))
  // In one go: what they share is read once.
  await build({
    entryPoints: names.map((name) => ({
      in: join(source, name, 'index.ts'),
      out: join(name, 'index'),
    })),
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifySyntax: true,
    keepNames: true,
    logLevel: 'error',
    legalComments: 'none',
    // A library's compiled part goes into the bundle: only index.js is deployed.
    loader: { '.wasm': 'binary' },
    plugins: [onDemand],
  })
  for (const name of names) {
    const folder = join(out, name)
    spellInAscii(join(folder, 'index.js'))
    writeFileSync(
      join(folder, 'package.json'),
      `${JSON.stringify({ name, version: '1.0.0', private: true, main: 'index.js', engines: { node: RUNTIME.replace('Nodejs', '') } }, null, 2)}\n`,
    )
    const config = join(source, name, 'config.json')
    if (existsSync(config)) cpSync(config, join(folder, 'config.json'))
    else writeFileSync(join(folder, 'config.json'), `${JSON.stringify(CONFIG, null, 2)}\n`)
    sizes[name] = statSync(join(folder, 'index.js')).size
  }
  return sizes
}

/**
 * esbuild leaves letters in patterns and comments as they are; one of them makes V8 hold two megabytes
 * of code with two bytes a sign.
 */
function spellInAscii(file: string): void {
  const code = readFileSync(file, 'utf8')
  if (/\\[^\0-\x7f]/.test(code)) throw new Error(`${file}: a letter behind a backslash`)
  const spelled = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  writeFileSync(file, code.replace(/[^\0-\x7f]/g, spelled))
}

async function main() {
  const options = readOptions(SPEC, process.argv.slice(2))
  if (!options) return
  const sizes = await buildFunctions(options.out ?? join(root, 'dist/cloudfunctions'))
  for (const [name, bytes] of Object.entries(sizes).sort()) {
    console.log(`${name.padEnd(12)} ${(bytes / 1024).toFixed(0).padStart(6)} KiB`)
  }
}

if (process.argv[1] === __filename) runScript(main)
