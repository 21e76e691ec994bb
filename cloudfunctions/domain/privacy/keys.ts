import { strict as assert } from 'node:assert'

export type Key = { id: string; bytes: Buffer }

/** Of the keys that stand in the repository for development: they protect nothing. */
const PUBLIC_KEY = /^local/
/** What the local cloud calls its environment. */
const LOCAL_ENVIRONMENT = 'local-env'

/**
 * The keys of this deployment, from `HUZHU_FIELD_KEYS`: `id:base64` of 32 bytes each, separated by
 * commas. The first seals; all of them open. To rotate, put a new one in front and keep the others
 * as long as anything is sealed with them.
 */
export function fieldKeys(variables: NodeJS.ProcessEnv = process.env): readonly [Key, ...Key[]] {
  const keys = (variables.HUZHU_FIELD_KEYS ?? '').split(',').flatMap((entry) => {
    const [id = '', base64 = ''] = entry.trim().split(':')
    if (id === '') return []
    const bytes = Buffer.from(base64, 'base64')
    assert(/^[a-z0-9]{1,16}$/.test(id), 'the id of a key is up to 16 letters and digits')
    assert(bytes.length === 32, `key ${id} is not 32 bytes long`)
    const isLocal = variables.TCB_ENV === LOCAL_ENVIRONMENT
    assert(isLocal || !PUBLIC_KEY.test(id), `key ${id} is published and protects nothing`)
    return [{ id, bytes }]
  })
  const [first, ...rest] = keys
  assert(first, 'HUZHU_FIELD_KEYS is not set')
  return [first, ...rest]
}
