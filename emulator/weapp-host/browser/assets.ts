const base = new URL('.', location.href)

/** A file of the compiled app by its name there; addresses of other places stay as they are. */
export const assetUrl = (name: string): string =>
  /^([a-z]+:|\/\/)/i.test(name) ? name : new URL(name.replace(/^\/+/, ''), base).href

/** An image's source as a browser can load it: WeChat shows stored files by their id. */
export async function imageUrl(source: string): Promise<string> {
  if (!source.startsWith('cloud://')) return assetUrl(source)
  const response = await fetch('/wx/temp-file-url', {
    method: 'POST',
    body: JSON.stringify({ fileList: [source] }),
  })
  const { fileList } = (await response.json()) as { fileList: { tempFileURL: string }[] }
  return fileList[0]?.tempFileURL ?? ''
}
