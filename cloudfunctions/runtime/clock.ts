/** The instant a call is judged by. The function's own clock is UTC; zones are for showing. */
export const now = (): Date => new Date()
