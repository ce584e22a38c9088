import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import type { PriceState } from './price-codec.ts'

/** The events of one frame of a venue. */
export interface RecordedFrame {
  readonly venue: string
  /** Wall clock, ms. */
  readonly receivedAt: number
  readonly events: readonly RecordedEvent[]
}

/** State that encoder and decoder of a chunk keep alike, so that known values are not written again. */
export interface CodecState {
  /** Texts in the order of their first occurrence. */
  readonly texts: string[]
  readonly textIndexes: Map<string, number>
  readonly pairs: Map<string, PairCodecState>
  /** The last official status, as JSON, by venue. */
  readonly statuses: Map<string, string>
  receivedAt: number
  /** The last market time. */
  at: number
}

/** The last values of a pair. */
export interface PairCodecState extends PriceState {
  openedAt: number
  worth: { readonly usual: number; readonly usd: number } | null
}

export function createCodecState(): CodecState {
  return {
    texts: [],
    textIndexes: new Map(),
    pairs: new Map(),
    statuses: new Map(),
    receivedAt: 0,
    at: 0,
  }
}

export function pairStateOf({ pairs }: CodecState, key: string): PairCodecState {
  let state = pairs.get(key)
  if (!state) pairs.set(key, (state = { decimals: 0, mantissa: 0, openedAt: 0, worth: null }))
  return state
}

// The index of each value is its stored code: only ever append to these lists.
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

/** Flags of a measurement. */
export const measurementBits = { scored: 1, weak: 2, confirmed: 4, context: 8 } as const

/** Flags of a detection; the two bits between them are its tier. */
export const detectionBits = {
  dump: 1,
  confirmed: 2,
  offPeg: 16,
  perpGap: 32,
  longsLiquidated: 64,
  shortsLiquidated: 128,
} as const

/** The stored JSON of an official status. */
export interface StatusJson {
  readonly closed: boolean
  readonly halted: readonly string[]
  readonly suspended: readonly (readonly [string, number])[]
  readonly young: readonly string[]
  readonly changing: readonly string[]
}
