import { writeFileSync } from 'node:fs'
import { schemaForCloud } from '../../cloudfunctions/db/indexes'
import { type Cloud, startCloud } from '../../emulator/cloud'
import { StartError } from '../../emulator/options'
import { people } from '../seed/people'
import { seed } from '../seed/seed'
import { wechatSettings } from '../seed/wechat'
import { Complaint } from './complaint'
import type { DataFolder } from './data-folder'

export type Places = { functionsDir: string; appDir?: string; weappDir?: string }

/**
 * Starts the local cloud over a data folder: people known, collections and indexes as the code wants
 * them now (an older folder is brought up to date).
 */
export async function openCloud(
  folder: DataFolder,
  places: Places,
  options: { port: number; timers: boolean; settings?: string },
): Promise<Cloud> {
  writeFileSync(folder.peopleFile, `${JSON.stringify(people, null, 2)}\n`)
  const cloud = await startCloud({
    ...options,
    ...places,
    dataDir: folder.cloudDir,
    people: folder.peopleFile,
  }).catch((error: unknown) => {
    throw error instanceof StartError ? new Complaint(error.message) : error
  })
  try {
    await tell(cloud.url, 'collections', { collections: schemaForCloud() })
    if (options.settings === undefined) await tell(cloud.url, 'wechat/settings', wechatSettings())
    return cloud
  } catch (error) {
    await cloud.close()
    throw error
  }
}

async function tell(url: string, what: string, body: unknown): Promise<void> {
  const response = await fetch(`${url}/_control/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`the ${what} were refused: ${await response.text()}`)
}

/**
 * Tells the demo's story once. While it runs nobody else can reach this cloud: it has a port of its
 * own, a clock that moves through the past days, and no timers. Only a story told to its end counts;
 * one that was broken off is forgotten and begun anew, so nothing is ever there twice.
 */
export async function seedOnce(folder: DataFolder, places: Places): Promise<boolean> {
  if (folder.state.seededAt) return false
  folder.clear()
  const cloud = await openCloud(folder, places, { port: 0, timers: false })
  try {
    await seed(cloud.url)
  } finally {
    await cloud.close()
  }
  folder.remember({ seededAt: new Date().toISOString() })
  return true
}
