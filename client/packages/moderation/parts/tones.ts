import type { CaseState } from '../../../../types/moderation'
import type { Tone } from '../../../components/tone'

/** How a case's state looks to its author: what asks for something is amber, what is over is quiet. */
export const STATE_TONES: Record<CaseState, Tone> = {
  checking: 'ink',
  open: 'amber',
  approved: 'jade',
  passed: 'jade',
  returned: 'amber',
  refused: 'ink',
  removed: 'ink',
}
