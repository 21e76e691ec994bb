import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { RUNTIME } from './build-functions'

const root = join(__dirname, '..')
const source = join(root, 'cloudfunctions/functions')
const folders = readdirSync(source).filter((name) => existsSync(join(source, name, 'index.ts')))

type Deployed = {
  name: string
  runtime: string
  handler: string
  timeout: number
  memorySize: number
  installDependency: boolean
  envVariables?: Record<string, string>
  triggers?: unknown
}
const { functions, functionRoot } = JSON.parse(
  readFileSync(join(root, 'cloudbaserc.json'), 'utf8'),
) as { functions: Deployed[]; functionRoot: string }

/** What the function brings along for the local cloud. */
const configOf = (name: string): Pick<Deployed, 'envVariables' | 'triggers'> => {
  const file = join(source, name, 'config.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** The functions that import a file of ours, directly or through others. */
async function functionsThatReach(file: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: folders.map((name) => join(source, name, 'index.ts')),
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    outdir: 'unused',
  })
  return Object.values(metafile.outputs)
    .filter(({ inputs }) => file in inputs)
    .map(({ entryPoint }) => entryPoint?.split('/').at(-2) ?? '')
    .sort()
}

test('exactly the functions that are built are deployed', () => {
  expect(functions.map(({ name }) => name).sort()).toEqual(folders.sort())
  expect(join(root, functionRoot)).toBe(join(root, 'dist/cloudfunctions'))
})

test.each(functions)('$name runs as it was built to run', (deployed) => {
  const { runtime, handler, timeout, memorySize, installDependency } = deployed
  expect({ runtime, handler, installDependency }).toEqual({
    runtime: RUNTIME,
    handler: 'index.main',
    installDependency: false,
  })
  // The platform's own bounds: seconds, and megabytes in steps.
  expect(timeout).toBeGreaterThanOrEqual(10)
  expect(timeout).toBeLessThanOrEqual(60)
  expect([256, 512, 1024]).toContain(memorySize)
})

test.each(functions)('$name has the variables and the timer that it has here', (deployed) => {
  const here = configOf(deployed.name)
  const names = Object.keys(deployed.envVariables ?? {})
  expect(names).toEqual(Object.keys(here.envVariables ?? {}))
  // Each deployment has values of its own: none stands in the file.
  for (const name of names) expect(deployed.envVariables?.[name]).toBe(`{{env.${name}}}`)
  expect(deployed.triggers).toEqual(here.triggers)
})

test('the functions that seal have the keys, and no others', async () => {
  const sealing = await functionsThatReach('cloudfunctions/domain/privacy/keys.ts')
  expect(sealing).not.toEqual([])
  const withKeys = functions.filter(({ envVariables }) => envVariables?.HUZHU_FIELD_KEYS)
  expect(withKeys.map(({ name }) => name).sort()).toEqual(sealing)
})
