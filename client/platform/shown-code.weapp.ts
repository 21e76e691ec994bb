import type { AnnounceCode } from './types'

/** Cameras need nobody to tell them. */
export const announceCode: AnnounceCode = () => () => {}
