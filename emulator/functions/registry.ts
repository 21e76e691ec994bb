import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  functionMemoryMbDefault,
  functionMemoryMbMax,
  functionMemoryMbMin,
  functionTimeoutMsDefault,
  functionTimeoutMsMax,
  watchedFilesMax,
} from '../limits'

export interface Trigger {
  name: string
  /** Seven fields: second, minute, hour, day, month, weekday, year; in UTC+8. */
  cron: string
}

export interface FunctionSpec {
  name: string
  folder: string
  /** Changes when the code or its configuration on the disk changes. */
  version: string
  timeoutMs: number
  memoryMb: number
  environment: Record<string, string>
  triggers: Trigger[]
  /** Server interfaces of WeChat that it may call. */
  openapi: string[]
  /** What is wrong with its `config.json`, if anything. */
  problem: string | undefined
}

/** The functions of a folder, read from the disk at each question, so that a change counts at once. */
export class Registry {
  readonly #folder: string
  readonly #known = new Map<string, FunctionSpec>()

  constructor(folder: string) {
    this.#folder = folder
  }

  list(): FunctionSpec[] {
    const entries = readdirSync(this.#folder, { withFileTypes: true })
    return entries
      .map((entry) => this.find(entry.name))
      .filter((spec) => spec !== undefined)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  find(name: string): FunctionSpec | undefined {
    if (!/^[A-Za-z0-9][\w-]*$/.test(name)) return undefined
    const folder = path.join(this.#folder, name)
    const version = versionOf(folder)
    if (version === undefined) return undefined
    const known = this.#known.get(name)
    if (known?.version === version) return known
    const spec = { name, folder, version, ...readConfig(folder) }
    this.#known.set(name, spec)
    return spec
  }
}

/** Changes with any file of the folder; what is installed there is looked at as a whole. */
function versionOf(folder: string): string | undefined {
  if (statSync(path.join(folder, 'index.js'), { throwIfNoEntry: false }) === undefined) {
    return undefined
  }
  const marks: string[] = []
  const folders = [folder]
  for (let at = 0; at < folders.length && marks.length < watchedFilesMax; at++) {
    const here = folders[at] as string
    for (const entry of readdirSync(here, { withFileTypes: true })) {
      const file = path.join(here, entry.name)
      const isInstalled = entry.name === 'node_modules'
      if (entry.isDirectory() && !isInstalled) folders.push(file)
      else {
        const found = statSync(file, { throwIfNoEntry: false })
        marks.push(`${file}:${found?.mtimeMs}:${found?.size}`)
      }
    }
  }
  return marks.join('\n')
}

/** `timeout` is in seconds and `memorySize` in megabytes, as in the vendor's configuration. */
function readConfig(folder: string): Omit<FunctionSpec, 'name' | 'folder' | 'version'> {
  let config: Record<string, unknown> = {}
  let problem: string | undefined
  try {
    config = JSON.parse(readFileSync(path.join(folder, 'config.json'), 'utf8'))
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') problem = 'config.json is not valid JSON'
  }
  const timeoutMs = typeof config.timeout === 'number' ? config.timeout * 1000 : undefined
  const memoryMb = typeof config.memorySize === 'number' ? config.memorySize : undefined
  const triggers = Array.isArray(config.triggers) ? config.triggers : []
  const permissions = (config.permissions ?? {}) as { openapi?: unknown }
  const variables = (config.envVariables ?? {}) as Record<string, unknown>
  return {
    problem,
    timeoutMs: Math.min(timeoutMs ?? functionTimeoutMsDefault, functionTimeoutMsMax),
    memoryMb: Math.min(
      Math.max(memoryMb ?? functionMemoryMbDefault, functionMemoryMbMin),
      functionMemoryMbMax,
    ),
    environment: Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, String(value)]),
    ),
    openapi: Array.isArray(permissions.openapi) ? permissions.openapi.map(String) : [],
    triggers: triggers
      .filter((trigger) => trigger?.type === 'timer')
      .map((trigger) => ({ name: String(trigger.name), cron: String(trigger.config) })),
  }
}
