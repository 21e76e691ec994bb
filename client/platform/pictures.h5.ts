import { PICTURE_TYPES } from '../../types/picture'
import { previewUser } from './preview-user'
import type { ChoosePictures, LocalPicture, SendPicture } from './types'

/** The browser's own dialogue. One that is closed without a choice tells nothing in old browsers. */
export const choosePictures: ChoosePictures = (countMax) =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = PICTURE_TYPES.map((type) => `.${type}`).join(',')
    input.multiple = countMax > 1
    input.hidden = true
    const answer = (files: readonly File[]) => {
      input.remove()
      resolve(files.slice(0, countMax).flatMap(localOf))
    }
    input.addEventListener('change', () => answer(Array.from(input.files ?? [])))
    input.addEventListener('cancel', () => answer([]))
    document.body.append(input)
    input.click()
  })

function localOf(file: File): LocalPicture[] {
  const ending = file.name.split('.').pop()?.toLowerCase()
  const type = PICTURE_TYPES.find((allowed) => allowed === ending)
  return type ? [{ path: URL.createObjectURL(file), bytes: file.size, type }] : []
}

const TIMEOUT_MS = 60_000

export const sendPicture: SendPicture = async (cloudPath, { path }, onProgress) => {
  const content = await (await fetch(path)).blob()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${HUZHU_CLOUD_URL}/wx/upload-file?path=${encodeURIComponent(cloudPath)}`)
    request.timeout = TIMEOUT_MS
    request.setRequestHeader('x-wx-openid', previewUser)
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(Math.round((loaded / total) * 100))
    const fail = () => reject(new Error(`the storage answered ${request.status}`))
    request.onerror = fail
    request.ontimeout = fail
    request.onload = () => {
      if (request.status !== 200) return fail()
      resolve((JSON.parse(request.responseText) as { fileID: string }).fileID)
    }
    request.send(content)
  })
}
