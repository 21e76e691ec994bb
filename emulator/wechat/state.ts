import { readFileSync } from 'node:fs'
import path from 'node:path'
import { writeDurably } from '../storage/durable-file'
import type { Settings } from './settings'

export interface SentMessage {
  id: number
  at: string
  touser: string
  templateId: string
  page: string
  data: Record<string, string>
  /** The function that sent it. */
  function: string
}

/** One live card: a message in a chat whose words change when the app says so. */
export interface Card {
  activityId: string
  createdAt: string
  expiresAtMs: number
  state: 0 | 1 | 2
  parameters: Record<string, string>
}

/** A message that WeChat sends to a function later. */
export interface Push {
  id: number
  dueAtMs: number
  attempts: number
  status: 'waiting' | 'delivered' | 'failed' | 'nobody'
  /** The function that gets it, once that is known. */
  function: string | null
  event: Record<string, unknown>
}

interface Memory {
  settings: Settings
  /** When each user was last seen in the app, by the cloud's clock. */
  visits: Record<string, number>
  /** Messages that may still be sent, by user and template. */
  quota: Record<string, Record<string, number>>
  messages: SentMessage[]
  cards: Record<string, Card>
  pushes: Push[]
  nextId: number
}

/**
 * What WeChat remembers. Kept in one small file that is replaced as a whole shortly after a
 * change; a crash forgets the last moment and nothing else.
 */
export class WeChatState {
  readonly memory: Memory
  readonly #file: string
  readonly #report: (error: unknown) => void
  #timer: NodeJS.Timeout | undefined

  constructor(dataDir: string, report: (error: unknown) => void) {
    this.#file = path.join(dataDir, 'wechat.json')
    this.#report = report
    this.memory = { ...empty(), ...read(this.#file) }
  }

  nextId(): number {
    return this.memory.nextId++
  }

  /** Writes soon; changes that come close together share one write. */
  changed(): void {
    this.#timer ??= setTimeout(() => this.#save(), 200).unref()
  }

  close(): void {
    this.#save()
  }

  #save(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    try {
      writeDurably(this.#file, JSON.stringify(this.memory))
    } catch (error) {
      this.#report(error)
    }
  }
}

function empty(): Memory {
  const settings = { templates: [], pages: [], push: [] }
  return { settings, visits: {}, quota: {}, messages: [], cards: {}, pushes: [], nextId: 1 }
}

function read(file: string): Partial<Memory> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return {}
  }
  try {
    return JSON.parse(text) as Partial<Memory>
  } catch {
    throw new Error(`The file ${file} is damaged; restore it from a copy or remove it.`)
  }
}
