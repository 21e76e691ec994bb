import { spawn } from 'node:child_process'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions } from '../build-functions'
import { type Build, buildWhenChanged } from './built'
import { Complaint } from './complaint'

const root = join(__dirname, '../..')

export const FUNCTIONS_OUT = 'dist/cloudfunctions'
export const CLIENT_OUT = 'dist/h5'

/** Bundles the functions when their sources changed; a folder in use is exchanged in one moment. */
export function buildFunctionsWhenChanged(): Promise<boolean> {
  return buildWhenChanged({
    root,
    inputs: ['cloudfunctions', 'types', 'scripts/build-functions.ts', 'package-lock.json'],
    out: FUNCTIONS_OUT,
    run: async (out) => {
      const fresh = `${out}.${process.pid}`
      try {
        await buildFunctions(fresh)
        rmSync(out, { recursive: true, force: true })
        renameSync(fresh, out)
      } catch (error) {
        throw new Complaint(
          'The functions could not be built: mend what is named above and start again.',
          // The bundler has printed what it found.
          'errors' in (error as Error) ? '' : (error as Error).message,
        )
      } finally {
        rmSync(fresh, { recursive: true, force: true })
      }
    },
  })
}

/** Builds the H5 client when its sources changed. `onBegin` is told when it takes a while. */
export function buildClientWhenChanged(onBegin: () => void): Promise<boolean> {
  const { HUZHU_CLOUD_ENV, HUZHU_CLOUD_URL } = process.env
  const build: Build = {
    root,
    inputs: ['client', 'types', 'config', 'babel.config.js', 'tsconfig.json', 'package-lock.json'],
    settings: { HUZHU_CLOUD_ENV, HUZHU_CLOUD_URL },
    out: CLIENT_OUT,
    run: async () => {
      onBegin()
      const { code, output } = await runQuietly('npm', ['run', '--silent', 'build:h5'])
      if (code !== 0) {
        throw new Complaint(
          'The client could not be built: mend what is named above and start again.',
          output.slice(-6000),
        )
      }
    },
  }
  return buildWhenChanged(build)
}

/** Runs a command to its end; what it prints is kept for the case that it fails. */
function runQuietly(command: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const end = () => void child.kill()
    process.once('exit', end)
    let output = ''
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const settle = (code: number) => {
      process.removeListener('exit', end)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += error.message
      settle(1)
    })
    child.on('close', (code) => settle(code ?? 1))
  })
}
