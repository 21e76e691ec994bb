import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SCHEMA } from '../cloudfunctions/db/indexes'

const root = join(__dirname, '..')
const architecture = readFileSync(join(root, 'docs/architecture.md'), 'utf8')

test('the architecture page tells of every collection, and of no other', () => {
  const rows = architecture.split('\n## Data\n')[1]?.match(/^\| \w+ \|/gm) ?? []
  const told = rows.map((row) => row.slice(2, -2)).filter((name) => name !== 'collection')
  expect(told.sort()).toEqual(Object.keys(SCHEMA).sort())
})

test.each(['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'docs/architecture.md'])(
  'every file that %s links to is there',
  (page) => {
    const text = readFileSync(join(root, page), 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? '')
    const missing = links.filter((link) => !existsSync(join(root, page, '..', link)))
    expect(missing).toEqual([])
  },
)

test('the architecture page stays one that is read', () => {
  expect(architecture.split('\n').length).toBeLessThanOrEqual(150)
})
