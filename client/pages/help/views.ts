export const VIEWS = ['open', 'settled', 'mine', 'helping'] as const
export type BoardView = (typeof VIEWS)[number]
