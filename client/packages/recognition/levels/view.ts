import type { CallOutput } from '../../../../types/contract'

export type Recognition = CallOutput<'recognition.get'>
