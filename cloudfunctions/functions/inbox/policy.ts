/** An inbox is its person's own: every query names the caller, so there is nobody to keep out. */
export const anybody = (): boolean => true
