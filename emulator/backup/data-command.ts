import { parseArgs } from 'node:util'
import { DataFolderError } from '../documents/data-folder'
import { backUp, type Contents, checkFolder, restore } from './backup'

const commands = {
  backup: { options: ['data', 'to'], run: runBackup },
  restore: { options: ['from', 'data'], run: runRestore },
  check: { options: ['data'], run: runCheck },
} as const

export const dataCommandsHelp = `  npm run cloud -- backup --data DIR --to FILE      a copy of everything stored, also while running
  npm run cloud -- restore --from FILE --data DIR   checks a copy and makes a new folder from it
  npm run cloud -- check --data DIR                 looks at every page, document, index and file
`

export function isDataCommand(name: string | undefined): name is keyof typeof commands {
  return name !== undefined && Object.hasOwn(commands, name)
}

/**
 * Runs `backup`, `restore` or `check` and answers what to print. Throws a DataFolderError with one
 * sentence when something is missing, in the way or damaged.
 */
export function runDataCommand(name: keyof typeof commands, args: string[]): string {
  const { options, run } = commands[name]
  let values: Record<string, string | undefined>
  try {
    values = parseArgs({
      args,
      options: Object.fromEntries(options.map((option) => [option, { type: 'string' as const }])),
    }).values as Record<string, string | undefined>
  } catch (error) {
    throw new DataFolderError(`${(error as Error).message.split('. ')[0]}; see --help.`)
  }
  const given = options.map((option) => {
    const value = values[option]
    if (value === undefined || value === '') {
      throw new DataFolderError(`${name} needs --${option}; see --help.`)
    }
    return value
  })
  return run(given[0] as string, given[1] as string)
}

function runBackup(folder: string, to: string): string {
  return `${to}: ${backUp(folder, to).bytes} bytes.`
}

function runRestore(from: string, folder: string): string {
  return `${folder}: ${inWords(restore(from, folder))}.`
}

function runCheck(folder: string): string {
  return `${folder} is whole: ${inWords(checkFolder(folder))}.`
}

function inWords({ documents, collections, files }: Contents): string {
  return `${documents} documents in ${collections} collections, ${files} files`
}
