import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Complaint, runScript } from './lib/complaint'
import { readOptions } from './lib/options'

const SPEC = {
  command: 'npm run check',
  about: 'Checks format, lint with import walls, types and dead code.',
  options: { write: { about: 'let the formatter mend what it can' } },
} as const

const root = join(__dirname, '..')
/** What the tools remember of the last run; they see for themselves what has changed since. */
const memory = (name: string) => join(root, 'node_modules/.cache', name)

/** Runs a tool and shows what it said once it has ended, so that two do not talk at once. */
function run(tool: string, args: string[]): Promise<boolean> {
  const started = Date.now()
  const child = spawn(join(root, 'node_modules/.bin', tool), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  return new Promise((resolve) => {
    const end = (succeeded: boolean) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      console.log(`${said}${succeeded ? 'ok' : 'FAILED'}  ${tool} (${seconds} s)`)
      resolve(succeeded)
    }
    child.once('error', (error) => {
      said += `${error.message}\n`
      end(false)
    })
    child.once('close', (code) => end(code === 0))
  })
}

async function main() {
  const options = readOptions(SPEC, process.argv.slice(2))
  if (!options) return
  const write = options.write ? ['--write'] : []
  // The formatter first where it writes: the others should not read a file half way.
  const biome = () => run('biome', ['check', ...write, '--error-on-warnings', '.'])
  const formatted = options.write ? await biome() : undefined
  const passed = await Promise.all([
    run('tsc', ['-p', '.', '--incremental', '--tsBuildInfoFile', memory('types.tsbuildinfo')]),
    formatted ?? biome(),
    run('knip', ['--cache', '--cache-location', memory('knip')]),
  ])
  const failed = passed.filter((succeeded) => !succeeded).length
  if (failed > 0) throw new Complaint(`${failed} of the checks failed.`)
}

runScript(main)
