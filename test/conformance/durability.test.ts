import { rmSync } from 'node:fs'
import {
  codeOf,
  describeLocal,
  startCloudProcess,
  type Transaction,
  temporaryFolder,
} from './cloud'

const rounds = 5
const writers = 8

describeLocal('durability', () => {
  test('kill -9 at any moment loses nothing acknowledged and leaves no half transaction', async () => {
    const folder = temporaryFolder()
    const acknowledged = new Map<string, number>()
    const pairs: string[] = []
    let attempts = 0
    for (let round = 0; round < rounds; round++) {
      const cloud = await startCloudProcess({ folder })
      if (round === 0)
        for (const name of ['singles', 'pairs']) await cloud.db.createCollection(name)
      const singles = cloud.db.collection('singles')
      let isOver = false
      const write = async (writer: number) => {
        for (let i = 0; !isOver; i++) {
          const id = `${round}-${writer}-${i}`
          attempts++
          if ((await codeOf(singles.add({ _id: id, n: 1 }) as Promise<unknown>)) !== undefined)
            return
          acknowledged.set(id, 1)
          if ((await codeOf(singles.doc(id).update({ n: 2 }))) !== undefined) return
          acknowledged.set(id, 2)
          const done = cloud.db.runTransaction(async (transaction: Transaction) => {
            await transaction.collection('pairs').add({ _id: `${id}-a` })
            await transaction.collection('pairs').add({ _id: `${id}-b` })
          })
          if ((await codeOf(done)) !== undefined) return
          pairs.push(id)
        }
      }
      const work = Array.from({ length: writers }, (_, writer) => write(writer))
      // Any moment will do: each round stops at another one.
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 500))
      await cloud.kill()
      isOver = true
      await Promise.all(work)
    }

    const cloud = await startCloudProcess({ folder })
    const singles = await everything(cloud, 'singles')
    const lost = [...acknowledged].filter(([id, n]) => Number(singles.get(id)?.n ?? 0) < n)
    const halves = await everything(cloud, 'pairs')
    const torn = [...halves.keys()].filter((id) => !halves.has(twin(id)))
    const missing = pairs.filter((id) => !halves.has(`${id}-a`))
    await cloud.close()
    rmSync(folder, { recursive: true, force: true })
    expect(attempts).toBeGreaterThan(rounds * writers)
    expect({ lost, torn, missing }).toEqual({ lost: [], torn: [], missing: [] })
  })
})

function twin(id: string): string {
  return id.endsWith('-a') ? id.replace(/-a$/, '-b') : id.replace(/-b$/, '-a')
}

async function everything(
  cloud: Awaited<ReturnType<typeof startCloudProcess>>,
  name: string,
): Promise<Map<string, { n?: number }>> {
  const all = new Map<string, { n?: number }>()
  for (let after = ''; ; ) {
    const query = cloud.db.collection(name).where({ _id: cloud.db.command.gt(after) })
    const { data } = await query.orderBy('_id', 'asc').limit(1000).get()
    for (const document of data) all.set(document._id, document)
    if (data.length < 1000) return all
    after = data.at(-1)?._id
  }
}
