/**
 * What a colour means: persimmon the main action, jade help given, amber what waits or presses,
 * indigo links and events, crimson harm; ink is quiet.
 */
export type Tone = 'ink' | 'persimmon' | 'jade' | 'amber' | 'indigo' | 'crimson'
