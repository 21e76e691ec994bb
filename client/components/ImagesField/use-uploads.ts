import { useEffect, useRef, useState } from 'react'
import { PICTURE_BYTES_MAX, picturePath } from '../../../types/picture'
import { t } from '../../i18n'
import { choosePictures, sendPicture } from '../../platform/pictures'
import type { LocalPicture } from '../../platform/types'
import { write } from '../../services/call'
import { makeKey } from '../../services/call-core'
import { toast } from '../Toast'

/** Where the pictures of a form go: into the folder that is this person's in this community. */
export interface Album {
  communityId: string
  userId: string
}

/** A picture on its way to the storage, or one that did not arrive. */
export interface Upload {
  id: string
  picture: LocalPicture
  percent: number
  isFailed: boolean
}

/**
 * What this phone has sent since the app was opened, by file id: shown from the phone itself, without
 * asking the cloud. Kept outside of the component, because forms are left and opened again.
 */
const sentFrom = new Map<string, string>()
export const localAddress = (fileId: string): string | undefined => sentFrom.get(fileId)

/** Pictures being sent. `onSent` is told each as it arrives; `onCount` how many are on their way. */
export function useUploads(
  album: Album | undefined,
  onSent: (fileId: string) => void,
  onCount: (count: number) => void,
) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const told = useRef({ onSent, onCount })
  told.current = { onSent, onCount }
  const running = uploads.filter(({ isFailed }) => !isFailed).length
  useEffect(() => {
    told.current.onCount(running)
    // Leaving the form while a picture is on its way must not lock the next one.
    return () => told.current.onCount(0)
  }, [running])

  const update = (id: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)))
  const drop = (id: string) => setUploads((all) => all.filter((upload) => upload.id !== id))

  async function send({ id, picture }: Upload): Promise<void> {
    if (!album) return
    try {
      const { communityId, userId } = album
      await write('member.announcePicture', { communityId, name: id, type: picture.type })
      const path = picturePath(communityId, userId, id, picture.type)
      const fileId = await sendPicture(path, picture, (percent) => update(id, { percent }))
      sentFrom.set(fileId, picture.path)
      told.current.onSent(fileId)
      drop(id)
    } catch {
      update(id, { isFailed: true })
    }
  }

  return {
    uploads,
    drop,
    retry(upload: Upload) {
      update(upload.id, { isFailed: false, percent: 0 })
      void send(upload)
    },
    async add(countMax: number): Promise<void> {
      const chosen = await choosePictures(countMax)
      const fitting = chosen.filter(({ bytes }) => bytes <= PICTURE_BYTES_MAX)
      if (fitting.length < chosen.length) {
        const megabytes = PICTURE_BYTES_MAX / 1024 / 1024
        toast(t('common.pictureTooHeavy', { megabytes }), { kind: 'problem' })
      }
      const begun = fitting.map((picture) => ({
        id: makeKey(Math.random),
        picture,
        percent: 0,
        isFailed: false,
      }))
      setUploads((all) => [...all, ...begun])
      for (const upload of begun) void send(upload)
    },
  }
}
