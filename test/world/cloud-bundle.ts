import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

const root = join(__dirname, '../..')

/**
 * The local cloud as one file of JavaScript, for the tests start it some hundred times: compiled once
 * it begins in half the time. Its own files stay where they are.
 */
export async function bundleCloud(): Promise<string> {
  const folder = join(root, 'node_modules/.cache/huzhu')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `cloud-${process.pid}.cjs`)
  await build({
    entryPoints: [join(root, 'emulator/cli.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
    // A cloud that tests share must not outlive a run that was killed.
    banner: {
      js: 'if (process.env.HUZHU_ENDS_WITH_PARENT) process.stdin.resume().on("end", () => process.exit(1))',
    },
    plugins: [
      {
        name: 'its own files stay where they are',
        setup({ onLoad }) {
          onLoad({ filter: /emulator.*\.ts$/ }, ({ path }) => ({
            contents: readFileSync(path, 'utf8')
              .replaceAll('__dirname', JSON.stringify(dirname(path)))
              .replaceAll('__filename', JSON.stringify(path)),
            loader: 'ts',
          }))
        },
      },
    ],
  })
  return outfile
}
