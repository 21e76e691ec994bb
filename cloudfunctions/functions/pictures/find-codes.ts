import { imageSize } from 'image-size'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmBinary from 'zxing-wasm/reader/zxing_reader.wasm'
import type { PictureCheck } from '../../db/documents'
import { reasonOfCode } from '../../domain/moderation/codes-in-pictures'
import { described, log } from '../../runtime/log'

type Codes = NonNullable<PictureCheck['codes']>

/** Kinds of picture that the library opens; others are a person's. */
const OPENED = ['jpg', 'png']
/**
 * Pixels of a picture that is opened: twice what a phone sends uncompressed. A small file can unfold
 * into more than the function's memory, so it is asked for its size first.
 */
const PIXELS_MAX = 24_000_000
/** Codes of one picture that are read: a sheet full of them is a person's to look at anyway. */
const CODES_MAX = 8

let ready: Promise<unknown> | undefined

/**
 * What the codes in a picture are for, however they are turned, bent or small. A mini-program code is
 * none that can be read; a picture that cannot be opened answers so. About 0.1 s for a million pixels.
 */
export async function findCodes(content: Buffer): Promise<Codes> {
  if (!isOpened(content)) return ['picture_unread']
  try {
    ready ??= prepareZXingModule({
      overrides: { wasmBinary: wasmBinary as never },
      fireImmediately: true,
    })
    await ready
    const found = await readBarcodes(new Uint8Array(content), {
      formats: ['QRCode', 'MicroQRCode', 'RMQRCode', 'DataMatrix', 'Aztec'],
      tryHarder: true,
      tryRotate: true,
      tryInvert: true,
      tryDownscale: true,
      maxNumberOfSymbols: CODES_MAX,
    })
    return [...new Set(found.map(({ text }) => reasonOfCode(text)))]
  } catch (error) {
    log('error', { event: 'pictures.unread', ...described(error) })
    return ['picture_unread']
  }
}

function isOpened(content: Buffer): boolean {
  try {
    const { type, width, height } = imageSize(new Uint8Array(content))
    return OPENED.includes(type ?? '') && width * height <= PIXELS_MAX
  } catch {
    return false
  }
}
