import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '../../types/contract'

test('every function that writes is in a fault sweep, and in one only', () => {
  const writing = Object.entries(contract)
    .filter(([, { kind }]) => kind === 'write')
    .map(([name]) => name.split('.')[0])
  const swept = readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) => [
      ...readFileSync(join(__dirname, name), 'utf8').matchAll(/^sweep\(\[(.*)\]/gm),
    ])
    .flatMap(([, names = '']) => [...names.matchAll(/'(\w+)'/g)].map(([, name]) => name))
  expect(swept.sort()).toEqual([...new Set(writing)].sort())
})
