import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const root = join(__dirname, '../..')

const seconds = (sinceMs: number) => ((Date.now() - sinceMs) / 1000).toFixed(1)

/**
 * Runs a tool of the project and shows what it said once it has ended, so that two do not talk at
 * once; with `isLive` while it says it. Answers whether it succeeded, whatever happens to it.
 */
export function run(
  title: string,
  tool: string,
  args: readonly string[],
  options: { isLive?: boolean; env?: Record<string, string> } = {},
): Promise<boolean> {
  const started = Date.now()
  const { isLive = false, env = {} } = options
  const command = tool === 'npm' ? tool : join(root, 'node_modules/.bin', tool)
  const child = spawn(command, args, {
    cwd: root,
    stdio: isLive ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...process.env, ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  return new Promise((resolve) => {
    const end = (succeeded: boolean, why = '') => {
      console.log(`${said}${succeeded ? 'ok' : 'FAILED'}  ${title} (${seconds(started)} s)${why}`)
      resolve(succeeded)
    }
    child.once('error', (error) => end(false, `: ${error.message}`))
    child.once('close', (code, signal) => end(code === 0, signal ? `: ended by ${signal}` : ''))
  })
}
