import { schemaForCloud } from '../../cloudfunctions/db/indexes'
import { PUSHES } from '../../scripts/seed/wechat'
import { type Cloud, control, startCloudProcess } from './cloud'

/** Kept by the process that runs jest; its workers know the addresses from their environment. */
const here = globalThis as { huzhuSharedClouds?: Cloud[] }
const EMPTY = 'empty'

/**
 * Starts a cloud for each of jest's workers. Their test files use it one after the other: starting
 * processes and warming functions up took most of the time of tests that had one each.
 */
export async function startSharedClouds(functions: string, workers: number): Promise<void> {
  const clouds = await Promise.all(
    Array.from({ length: workers }, () => startCloudProcess({ functions })),
  )
  here.huzhuSharedClouds = clouds
  for (const cloud of clouds) {
    await control(cloud, 'POST', 'collections', { collections: schemaForCloud() })
    await control(cloud, 'POST', 'marks', { name: EMPTY })
  }
  process.env.HUZHU_TEST_CLOUDS = JSON.stringify(clouds.map(({ url }) => url))
}

export async function closeSharedClouds(): Promise<void> {
  await Promise.all((here.huzhuSharedClouds ?? []).map((cloud) => cloud.close()))
}

/** This worker's cloud as if it had just been started; undefined outside of jest. */
export async function sharedCloud(): Promise<Cloud | undefined> {
  const urls = JSON.parse(process.env.HUZHU_TEST_CLOUDS ?? '[]') as string[]
  const url = urls[Number(process.env.JEST_WORKER_ID) - 1]
  if (url === undefined) return undefined
  const cloud: Cloud = { url, close: async () => {} }
  await goBack(cloud, EMPTY)
  return cloud
}

/** Nothing goes wrong on purpose, WeChat's side and the clock are as at first, stored is what was at the mark. */
export async function goBack(cloud: Pick<Cloud, 'url'>, mark: string): Promise<void> {
  for (const trouble of ['faults', 'chaos', 'wechat/answers', 'wechat/calls']) {
    await control(cloud, 'DELETE', trouble)
  }
  // What WeChat has yet to say about earlier pictures is said now and forgotten below.
  await control(cloud, 'POST', 'wechat/pushes/deliver', {})
  const settings = { templates: [], pages: [], push: PUSHES }
  await control(cloud, 'POST', 'wechat/settings', settings)
  await control(cloud, 'POST', 'clock', { offsetMs: 0, isFrozen: false })
  await control(cloud, 'POST', `marks/${mark}/restore`)
}
