/** The papers that pictures are cut from: a deep and a pale sheet of each colour, and the ground. */
export interface Palette {
  persimmon: string
  persimmonPale: string
  jade: string
  jadePale: string
  amber: string
  amberPale: string
  indigo: string
  indigoPale: string
  ink: string
  paper: string
  sheet: string
  edge: string
  /** The skin of the fruit, its lit side, and its cap. */
  fruit: string
  shine: string
  cap: string
}

export const light: Palette = {
  persimmon: '#C8481D',
  persimmonPale: '#F6D3C4',
  jade: '#1E7458',
  jadePale: '#CFE7DC',
  amber: '#C98A1B',
  amberPale: '#F5E2BC',
  indigo: '#3D55A5',
  indigoPale: '#D5DCF3',
  ink: '#3A332B',
  paper: '#FBF7F1',
  sheet: '#FFFFFF',
  edge: '#E4D9CA',
  fruit: '#DD5B22',
  shine: '#F7B48F',
  cap: '#4F6B3A',
}

export const dark: Palette = {
  persimmon: '#E8703F',
  persimmonPale: '#55301F',
  jade: '#4FA884',
  jadePale: '#1F4236',
  amber: '#D9A445',
  amberPale: '#4A3A1A',
  indigo: '#7F93DD',
  indigoPale: '#2C3558',
  ink: '#D8CFC3',
  paper: '#161412',
  sheet: '#2B2723',
  edge: '#453E36',
  fruit: '#EC7A42',
  shine: '#FFC9AB',
  cap: '#8FB173',
}
