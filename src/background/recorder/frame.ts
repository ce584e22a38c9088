import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import type { Written } from './price-codec.ts'

/** What was noted of one frame of a venue, and when it came: wall clock, ms. */
export interface RecordedFrame {
  readonly venue: string
  readonly wall: number
  readonly steps: readonly RecordedEvent[]
}

/** What a writer and a reader of one chunk both remember, so that what is known is not written again. */
export interface Memory {
  /** Texts in the order in which they first stood. */
  readonly texts: string[]
  readonly places: Map<string, number>
  readonly pairs: Map<string, PairMemory>
  /** The venue's word as it was last told, by venue. */
  readonly said: Map<string, string>
  wall: number
  /** Market time last told. */
  at: number
}

/** What was last told of a pair. */
export interface PairMemory extends Written {
  openedAt: number
  worth: { readonly usual: number; readonly usd: number } | null
}

export function emptyMemory(): Memory {
  return { texts: [], places: new Map(), pairs: new Map(), said: new Map(), wall: 0, at: 0 }
}

export function pairMemory({ pairs }: Memory, key: string): PairMemory {
  let known = pairs.get(key)
  if (!known) pairs.set(key, (known = { decimals: 0, mantissa: 0, openedAt: 0, worth: null }))
  return known
}

/** Kinds of steps, feeds and tiers as numbers. The order is that of what is stored: only ever added to. */
export const eventKinds = [
  'measurement',
  'stray-print',
  'price-level',
  'market-wide',
  'coins-sold',
  'official-status',
  'phases',
] as const
export const feeds = ['tape', 'screen', 'screenNoCount', 'poll5', 'poll10', 'poll60'] as const
export const tierCodes = [null, 'notice', 'warning', 'danger'] as const

/** Bits of a look. */
export const lookBits = { scored: 1, weak: 2, confirmed: 4, context: 8 } as const

/** The venue's word as text; the same word is the same text. */
export interface SaidText {
  readonly closed: boolean
  readonly halted: readonly string[]
  readonly suspended: readonly (readonly [string, number])[]
  readonly young: readonly string[]
  readonly changing: readonly string[]
}
