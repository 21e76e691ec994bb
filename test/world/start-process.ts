import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(__dirname, '../..')

/** `npm start` as a process of its own. */
export type Started = {
  child: ChildProcess
  /** Resolves with everything printed so far once it holds this text, or when the process has ended. */
  saw(text: string): Promise<string>
  /** Resolves with the exit code (null after a signal) and everything printed. */
  ended(): Promise<{ code: number | null; output: string; complaints: string }>
  stop(signal: NodeJS.Signals): Promise<{ code: number | null; output: string; complaints: string }>
}

export function runStart(...args: string[]): Started {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'scripts/start.ts'), '--no-open', ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  let complaints = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString()
  })
  const closed = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    output,
    complaints,
  }))
  const saw = (text: string) =>
    new Promise<string>((resolve) => {
      const look = () => output.includes(text) && resolve(output)
      child.stdout.on('data', look)
      void closed.then(() => resolve(output + complaints))
      look()
    })
  return {
    child,
    saw,
    ended: () => closed,
    stop: (signal) => {
      child.kill(signal)
      return closed
    },
  }
}
