import { parseArgs } from 'node:util'
import { dataCommandsHelp, isDataCommand, runDataCommand } from './backup/data-command'
import { startCloud } from './cloud'
import { DataFolderError } from './documents/data-folder'
import { type CloudOptions, StartError } from './options'

const help = `The local cloud: runs CloudBase functions and their database on this machine.

  npm run cloud -- --port N --data DIR --functions DIR [options]
${dataCommandsHelp}
  --port N          the port on 127.0.0.1; 0 lets the system choose
  --data DIR        where everything is stored; made when it is missing
  --functions DIR   each sub-folder with an index.js that exports main is a function
  --app DIR         a built H5 client, served at /app/
  --weapp DIR       a compiled mini-program, run at /weapp/ by WeChat's open component framework
  --people FILE     simulated users and groups (JSON), offered by the console
  --wechat FILE     what is set up for the app at WeChat (JSON): templates, pages, message push
  --seed N          trouble on purpose, the same for the same seed
  --no-timers       timers fire only when asked to
  --quiet           no log
  --help            this text

When it is ready it prints one line of JSON: {"ready":true,"url":"http://127.0.0.1:N"}.
The server SDK talks to /admin, a member's phone calls POST /call/<function>, the console is at /.
`

function readOptions(args: string[]): CloudOptions | 'help' {
  let values: Record<string, string | boolean | undefined>
  try {
    values = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        functions: { type: 'string' },
        app: { type: 'string' },
        weapp: { type: 'string' },
        people: { type: 'string' },
        wechat: { type: 'string' },
        seed: { type: 'string' },
        'no-timers': { type: 'boolean' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new StartError(`${(error as Error).message.split('. ')[0]}; see --help.`)
  }
  if (values.help) return 'help'
  const port = Number(required(values, 'port'))
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartError('--port must be a whole number from 0 to 65535.')
  }
  if (values.seed !== undefined && !/^\d{1,15}$/.test(String(values.seed))) {
    throw new StartError('--seed must be a whole number, 0 or more.')
  }
  return {
    port,
    dataDir: required(values, 'data'),
    functionsDir: required(values, 'functions'),
    ...(values.app === undefined ? {} : { appDir: String(values.app) }),
    ...(values.weapp === undefined ? {} : { weappDir: String(values.weapp) }),
    ...(values.people === undefined ? {} : { people: String(values.people) }),
    ...(values.wechat === undefined ? {} : { settings: String(values.wechat) }),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    timers: values['no-timers'] !== true,
    quiet: values.quiet === true,
  }
}

function required(values: Record<string, string | boolean | undefined>, name: string): string {
  const value = values[name]
  if (typeof value === 'string' && value !== '') return value
  throw new StartError(`--${name} is missing; see --help.`)
}

async function main(): Promise<void> {
  const [command, ...args] = process.argv.slice(2)
  if (isDataCommand(command)) {
    process.stdout.write(`${runDataCommand(command, args)}\n`)
    return
  }
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') {
    process.stdout.write(help)
    return
  }
  const cloud = await startCloud(options)
  const stop = () => void cloud.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // Last: whoever reads this line may stop the cloud at once.
  process.stdout.write(`${JSON.stringify({ ready: true, url: cloud.url })}\n`)
}

main().catch((error) => {
  process.stderr.write(
    `${error instanceof StartError || error instanceof DataFolderError ? error.message : (error.stack ?? error)}\n`,
  )
  process.exit(1)
})
