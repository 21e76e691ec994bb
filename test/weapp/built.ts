import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a compiled mini-program lies there; says how to make one when not. */
export function checkBuilt(dist: string): void {
  if (!existsSync(join(dist, 'app.json'))) {
    throw new Error(`no compiled mini-program in ${dist}: run \`npm run build:weapp\` first`)
  }
}
