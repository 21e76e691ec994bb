import type { ChoosePlace, OpenMap } from './types'

/** The web preview has no map to choose from: a place is written by hand there. */
export const canChoosePlace = false
export const choosePlace: ChoosePlace = async () => null

/** OpenStreetMap takes WGS-84; WeChat's GCJ-02 lies some hundred metres beside it within China. */
export const openMap: OpenMap = async ({ latitude, longitude }) => {
  window.open(
    `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`,
    '_blank',
    'noopener',
  )
}
