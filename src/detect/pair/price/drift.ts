/**
 * What the market by itself did to pairs of one quote over one window, as log
 * returns: a rise ≥ 0 and a fall ≤ 0.
 */
export interface DriftRange {
  readonly rise: number
  readonly fall: number
}

/** The market's own move per quote currency, over 60 s, 300 s, half an hour and an hour. */
export interface MarketDrift {
  readonly r60: ReadonlyMap<string, DriftRange>
  readonly r300: ReadonlyMap<string, DriftRange>
  readonly halfHour: ReadonlyMap<string, DriftRange>
  readonly hour: ReadonlyMap<string, DriftRange>
  /** How far the coins came apart in that hour: the width of their log returns; absent where it was not measured. */
  readonly hourWidth?: number
  /** Since the end of a minute (ms): measured when a move since then asks for it; absent before. */
  spans?: Map<number, ReadonlyMap<string, DriftRange>>
}

/** A market at rest, or of which nothing is known: nothing is taken out. */
export const zeroDrift: DriftRange = { rise: 0, fall: 0 }

/** Nothing known of the market. */
export function noDrift(): MarketDrift {
  return { r60: new Map(), r300: new Map(), halfHour: new Map(), hour: new Map() }
}
