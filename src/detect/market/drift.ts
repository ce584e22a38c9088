/** What the market did by itself to pairs of one quote over one window, as log returns: a rise ≥ 0 and a fall ≤ 0. */
export interface Move {
  readonly rise: number
  readonly fall: number
}

/** Per quote currency, what the market did by itself over 60 s, 300 s, half an hour and an hour. */
export interface Drift {
  readonly r60: ReadonlyMap<string, Move>
  readonly r300: ReadonlyMap<string, Move>
  readonly halfHour: ReadonlyMap<string, Move>
  readonly hour: ReadonlyMap<string, Move>
}

/** A market at rest, or of which nothing is known: nothing is taken out. */
export const atRest: Move = { rise: 0, fall: 0 }

/** Nothing known of the market. */
export function noDrift(): Drift {
  return { r60: new Map(), r300: new Map(), halfHour: new Map(), hour: new Map() }
}
