import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import encodeQR from 'qr'

/** A photograph of nothing in particular, as a JPEG. */
export function photo(width = 64, height = 48): Buffer {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      data[at] = 120 + (100 * y) / height
      data[at + 1] = 150 + 60 * Math.sin((4 * x) / width)
      data[at + 2] = 170 - (60 * x) / width
    }
  }
  return jpeg.encode({ data, width, height }, 80).data
}

/** A picture of a QR code, as a PNG. */
export function pictureOfCode(text: string): Buffer {
  const rows = encodeQR(text, 'raw', { border: 4, scale: 8 })
  const side = rows.length
  const png = new PNG({ width: side, height: side })
  png.data.fill(255)
  for (const [y, row] of rows.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (isDark) png.data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  }
  return PNG.sync.write(png)
}
