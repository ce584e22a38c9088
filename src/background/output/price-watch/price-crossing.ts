import type { PairRule } from '../../../shared/settings/settings.ts'

/** What is remembered of the price of a pair with a rule. Plain data: it is stored. */
export interface PriceMark {
  /** `pairKey`. */
  readonly pair: string
  /** The price last told, or the first one seen, quote per base; and its market time, ms. */
  readonly price: number
  readonly at: number
  /** The line that the mark is about, and whether the price is beyond it; absent where the rule has none. */
  readonly above?: Line
  readonly below?: Line
}

interface Line {
  readonly price: number
  readonly isBeyond: boolean
}

/** A price that came to where the trader asked to be told. */
export interface PriceCrossing {
  readonly kind: 'above' | 'below' | 'move'
  /** The price now, quote per base. */
  readonly price: number
  /** The line that was crossed; of a move the price that it is measured from. */
  readonly from: number
  /** Market time of `from`, ms: since when. */
  readonly since: number
}

/** A price that swings about a line crosses it again only after it was so far back, as a fraction of the line. */
const backShare = 0.005
/** A move that is short of its threshold by nothing but rounding. */
const rounding = 1e-9

/**
 * Holds a price against a pair's rule: whether it has crossed a line since the mark was made, or moved by the rule's
 * share since the price last told. Once per crossing: the mark that comes back is the one to judge the next price by.
 * A line that the price is beyond when the rule is made is none that it crosses.
 *
 * @param before undefined: the pair had no rule yet
 * @param price quote per base
 * @param at market time, ms
 */
export function crossingOf(
  { pair, move, above, below }: PairRule,
  before: PriceMark | undefined,
  price: number,
  at: number,
): { readonly mark: PriceMark; readonly crossing: PriceCrossing | null } {
  const rising = above === undefined ? undefined : lineAfter(above, before?.above, price >= above, price)
  const sinking = below === undefined ? undefined : lineAfter(below, before?.below, price <= below, price)
  const lines = { ...(rising && { above: rising.line }), ...(sinking && { below: sinking.line }) }
  const start = before ?? { price, at }
  const hasMoved = move !== undefined && Math.abs(price / start.price - 1) >= move * (1 - rounding)
  const crossed =
    rising?.isCrossed === true && above !== undefined
      ? ({ kind: 'above', from: above } as const)
      : sinking?.isCrossed === true && below !== undefined
        ? ({ kind: 'below', from: below } as const)
        : hasMoved
          ? ({ kind: 'move', from: start.price } as const)
          : null
  // A move that comes with a crossed line is told with it.
  const told = hasMoved ? { price, at } : { price: start.price, at: start.at }
  return { mark: { pair, ...told, ...lines }, crossing: crossed && { ...crossed, price, since: start.at } }
}

function lineAfter(
  line: number,
  before: Line | undefined,
  isThere: boolean,
  price: number,
): { readonly line: Line; readonly isCrossed: boolean } {
  // The trader has drawn it anew.
  if (before?.price !== line) return { line: { price: line, isBeyond: isThere }, isCrossed: false }
  const isBeyond = isThere || (before.isBeyond && Math.abs(price / line - 1) < backShare)
  return { line: { price: line, isBeyond }, isCrossed: isBeyond && !before.isBeyond }
}
