import { serve } from '../../runtime/serve'
import { cancel } from './cancel'
import { create } from './create'
import { edit } from './edit'
import { get } from './get'
import { join } from './join'
import { leave } from './leave'
import { list } from './list'
import { listEntries } from './list-entries'
import { listRanking } from './list-ranking'
import { writeEntry } from './write-entry'

export const main = serve('challenge', {
  list,
  get,
  create,
  edit,
  cancel,
  join,
  leave,
  writeEntry,
  listEntries,
  listRanking,
})
