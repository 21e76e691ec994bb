import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import { drawAvatars } from '../client/drawings/avatars'
import { drawFrames } from '../client/drawings/frames'
import { drawMedals } from '../client/drawings/medals'
import { dark, light, type Palette } from '../client/drawings/palette'
import { drawScenes } from '../client/drawings/scenes'
import theme from '../client/theme.json' with { type: 'json' }

const help = `Draws the pictures of the client: icons from lucide-static (ISC) at our 1.75 px line, and our own.

  npx tsx scripts/build-assets.ts

Writes client/components/Icon/generated/ (one CSS mask per icon, and their names as a type), the
avatars, medals and scenes of client/drawings as backgrounds, and client/assets/tab/*.png (WeChat's tab bar
takes no other format). Run it after a change of the drawings or of the list in this file and commit
what it writes.`

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const iconFolder = path.join(root, 'node_modules/lucide-static/icons')
const STROKE_PX = 1.75

/** Our name → Lucide's. Ours say what the icon means here, so that a drawing can be exchanged. */
const icons: Record<string, string> = {
  add: 'plus',
  alert: 'circle-alert',
  arrow: 'arrow-right',
  back: 'chevron-left',
  bell: 'bell',
  book: 'book-open',
  briefcase: 'briefcase',
  calendar: 'calendar',
  camera: 'camera',
  car: 'car',
  chat: 'message-circle',
  check: 'check',
  clock: 'clock',
  close: 'x',
  copy: 'copy',
  danger: 'triangle-alert',
  delete: 'trash-2',
  done: 'circle-check',
  door: 'door-open',
  down: 'chevron-down',
  edit: 'pencil',
  filter: 'list-filter',
  group: 'users',
  hand: 'hand-heart',
  heart: 'heart',
  hidden: 'eye-off',
  home: 'house',
  idea: 'lightbulb',
  inbox: 'inbox',
  info: 'info',
  join: 'user-plus',
  language: 'languages',
  leave: 'log-out',
  link: 'link',
  lock: 'lock',
  match: 'handshake',
  map: 'map',
  walk: 'footprints',
  trophy: 'trophy',
  mic: 'mic',
  medal: 'medal',
  minus: 'minus',
  more: 'ellipsis',
  news: 'megaphone',
  next: 'chevron-right',
  package: 'package',
  person: 'user-round',
  place: 'map-pin',
  points: 'notebook-text',
  question: 'circle-help',
  refresh: 'refresh-cw',
  rules: 'scroll-text',
  scan: 'scan-line',
  search: 'search',
  send: 'send',
  settings: 'settings',
  share: 'share-2',
  shield: 'shield-check',
  shopping: 'shopping-basket',
  sprout: 'sprout',
  star: 'star',
  stop: 'circle-x',
  ticket: 'ticket',
  tea: 'coffee',
  textSize: 'a-large-small',
  tool: 'wrench',
  undo: 'undo-2',
  urgent: 'siren',
  wait: 'hourglass',
}

/** The inside of a Lucide file: its shapes, on one line, without licence comment and wrapper. */
function shapesOf(name: string): string {
  const svg = readFileSync(path.join(iconFolder, `${name}.svg`), 'utf8')
  const inside = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1]
  if (!inside) throw new Error(`no shapes in ${name}.svg`)
  return inside.replace(/\s+/g, ' ').replace(/> </g, '><').trim()
}

const reversed = (shapes: string) =>
  shapes
    .split(/(?<=\/>)/)
    .reverse()
    .join('')

const svgOf = (shapes: string, stroke: string, fill = 'none', size = 24) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24" ` +
  `fill="${fill}" stroke="${stroke}" stroke-width="${STROKE_PX}" stroke-linecap="round" ` +
  `stroke-linejoin="round">${shapes}</svg>`

/** As small as a data address may be: quotes single, only the reserved characters escaped. */
const dataUri = (svg: string) =>
  `data:image/svg+xml,${svg
    .replaceAll('"', "'")
    .replaceAll('%', '%25')
    .replaceAll('#', '%23')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')}`

/** Pictures as backgrounds by class: drawn for both grounds, costing WeChat's setData nothing. */
function writePictures(folder: string, prefix: string, draw: (p: Palette) => object) {
  mkdirSync(folder, { recursive: true })
  const rules = (palette: Palette, indent: string) =>
    Object.entries(draw(palette))
      .map(
        ([name, svg]) =>
          `${indent}.hz-${prefix}-${name} { background-image: url("${dataUri(String(svg))}"); }`,
      )
      .join('\n')
  const note = '// Written by scripts/build-assets.ts from client/drawings. Do not edit.\n'
  const file = path.join(folder, `${prefix}s.scss`)
  writeFileSync(
    file,
    `${note}${rules(light, '')}\n@media (prefers-color-scheme: dark) {\n${rules(dark, '  ')}\n}\n`,
  )
}

function writeMasks(folder: string) {
  mkdirSync(folder, { recursive: true })
  const note = '// Written by scripts/build-assets.ts from Lucide (ISC licence). Do not edit.\n'
  const rules = Object.entries(icons).map(([name, source]) => {
    const uri = dataUri(svgOf(shapesOf(source), '#000'))
    // Every web view we meet knows the prefixed name; writing both would double the style sheet.
    return `.hz-icon-${name} { -webkit-mask-image: url("${uri}"); }`
  })
  writeFileSync(path.join(folder, 'icons.scss'), `${note}${rules.join('\n')}\n`)
  const names = Object.keys(icons).map((name) => `  '${name}',`)
  writeFileSync(
    path.join(folder, 'names.ts'),
    `${note}export const iconNames = [\n${names.join('\n')}\n] as const\n\n` +
      'export type IconName = (typeof iconNames)[number]\n',
  )
}

/** WeChat asks for 81 px squares of at most 40 kB. The icon keeps a margin, the selected one a wash. */
function writeTabIcons(folder: string) {
  mkdirSync(folder, { recursive: true })
  const sources = {
    home: 'house',
    help: 'hand-heart',
    event: 'calendar',
    points: 'notebook-text',
    me: 'user-round',
  }
  const tints = { light: '#FBE9E1', dark: '#3A231A' }
  for (const [tab, source] of Object.entries(sources)) {
    for (const mode of ['light', 'dark'] as const) {
      const colours = theme[mode]
      for (const isOn of [false, true]) {
        const stroke = isOn ? colours.persimmon : colours.ink2
        const fill = isOn ? tints[mode] : 'none'
        // Outlines first when they are filled, or they would cover what is drawn inside them.
        const shapes = isOn ? reversed(shapesOf(source)) : shapesOf(source)
        const svg = svgOf(shapes, stroke, fill, 81).replace('0 0 24 24', '-2 -2 28 28')
        const file = `${tab}${mode === 'dark' ? '-dark' : ''}${isOn ? '-on' : ''}.png`
        writeFileSync(path.join(folder, file), new Resvg(svg).render().asPng())
      }
    }
  }
}

if (process.argv.includes('--help')) {
  console.log(help)
} else {
  writeMasks(path.join(root, 'client/components/Icon/generated'))
  const components = path.join(root, 'client/components')
  writePictures(path.join(components, 'Avatar/generated'), 'avatar', drawAvatars)
  writePictures(path.join(components, 'Avatar/generated'), 'frame', drawFrames)
  writePictures(path.join(components, 'Medal/generated'), 'medal', drawMedals)
  writePictures(path.join(components, 'Illustration/generated'), 'scene', drawScenes)
  writeTabIcons(path.join(root, 'client/assets/tab'))
}
