import type { LevelMark } from '../../../types/shape'
import { Tag } from '../Tag'
import type { Tone } from '../tone'

/** The higher, the warmer; the first level is everybody's and stays quiet. */
const TONES: readonly Tone[] = ['ink', 'jade', 'indigo', 'amber', 'persimmon']

/** The level somebody has come to, by its name. */
export function LevelTag({ level }: { level: LevelMark }) {
  return <Tag tone={TONES[Math.min(level.rank, TONES.length - 1)] ?? 'ink'}>{level.name}</Tag>
}
