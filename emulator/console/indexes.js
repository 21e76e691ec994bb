import { ask } from './api.js'
import { advice, h, icon, sizeText } from './dom.js'
import { page, table } from './page.js'

/** Every collection with the indexes it has and what they weigh. */
export function showIndexes(panel) {
  const { body, told, attempt } = page(
    panel,
    '索引',
    h('button', { class: 'plain', onclick: () => read() }, icon('reload'), '再数一遍'),
  )

  const read = () =>
    attempt(async () => {
      const { collections } = await ask('indexes')
      const count = collections.reduce((sum, { indexes }) => sum + indexes.length, 0)
      told.textContent = `${collections.length} 个集合，${count} 个索引；大小是键的字节数`
      if (collections.length === 0) {
        body.replaceChildren(
          advice(
            '还没有集合',
            '用 POST /_control/collections 建集合和索引，形状和云开发的管理接口一样。',
          ),
        )
        return
      }
      const rows = collections.flatMap((collection) =>
        collection.indexes.map((index, at) => rowOf(collection, index, at)),
      )
      body.replaceChildren(table(COLUMNS, rows))
    })

  void read()
  return { enter: read }
}

const COLUMNS = [
  ['集合'],
  ['文档', true],
  ['文档大小', true],
  ['索引'],
  ['字段'],
  ['唯一'],
  ['条目', true],
  ['大小', true],
]

function rowOf(
  { name, count, bytes },
  { name: index, keys, isUnique, isMultikey, entries, bytes: size },
  at,
) {
  return [
    at === 0 ? h('strong', {}, name) : '',
    at === 0 ? count : '',
    at === 0 ? sizeText(bytes) : '',
    h('code', {}, index),
    h('code', {}, keys.map(({ path, direction }) => `${path}${MARKS[direction]}`).join(', ')),
    [
      isUnique ? h('span', { class: 'tag jade' }, '唯一') : '',
      isMultikey
        ? h('span', { class: 'tag indigo', title: '有文档在这个字段上是数组' }, '多键')
        : '',
    ],
    entries,
    sizeText(size),
  ]
}

const MARKS = { 1: ' ↑', '-1': ' ↓', '2dsphere': ' 地理' }
