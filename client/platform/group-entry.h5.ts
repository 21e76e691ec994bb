import { postToCloud } from './cloud.h5'
import { previewGroup } from './preview-user'
import type { GroupField, ReadGroupEntry } from './types'

export const readGroupEntry: ReadGroupEntry = async () => {
  if (!previewGroup) return null
  const reply = (await postToCloud('/wx/group-enter', { group: previewGroup })) as {
    cloudID?: unknown
  } | null
  return typeof reply?.cloudID === 'string' ? { cloudID: reply.cloudID } : null
}

export const groupField: GroupField = ({ cloudID }) => ({ cloudID })
