import type { Trade } from '../../market/trade.ts'
import { strayFactor } from '../thresholds.ts'
import { fillGaps, openGap } from '../trades/fill-gaps.ts'
import { emptyTape, pushTrades, type Tape } from '../trades/tape.ts'
import { isFarFromAll, judgePrice, noQuotes, referencePrices } from './price/judge-price.ts'
import type { StrayPrice } from './observe.ts'
import type { OtherQuotes } from './price/other-quotes.ts'
import type { PairState } from './pair-state.ts'
import { adoptPriceLevel } from './price/price-level.ts'

/** What trades showed besides what enters the tape; `at` is market time, ms. */
export type TradeFinding =
  | { readonly kind: 'new-level'; readonly at: number }
  | { readonly kind: 'stray-print'; readonly print: StrayPrice; readonly at: number }
  /** Trades came too late to enter the tape. */
  | { readonly kind: 'left-out'; readonly trades: number }

const nothing: readonly TradeFinding[] = []

/**
 * Takes trades of the stream into the pair's tape as they come; stray ones stay out.
 * Returns what they showed, in order.
 *
 * @param others the same coin's other quotes
 */
export function observeTrades(
  pair: PairState,
  trades: readonly Trade[],
  others?: OtherQuotes,
): readonly TradeFinding[] {
  const tape = (pair.tape ??= emptyTape())
  // Trades come one by one and by the hundreds: only findings, which are rare, allocate.
  let findings: TradeFinding[] | null = null
  let near: Trade[] = []
  for (const trade of trades) {
    const { price, at } = trade
    const kind = judgePrice(pair, price, at, 0, noQuotes, null, others)
    if (kind === 'stray') {
      ;(findings ??= []).push({ kind: 'stray-print', print: { price, reference: pair.last }, at })
      continue
    }
    if (kind === 'level') {
      adoptPriceLevel(pair, price, at)
      ;(findings ??= []).push({ kind: 'new-level', at })
      near = []
    }
    near.push(trade)
  }
  const tooLate = pushTrades(tape, near)
  if (tooLate > 0) (findings ??= []).push({ kind: 'left-out', trades: tooLate })
  return findings ?? nothing
}

/**
 * Takes a back-fill into the pair's tape, oldest first. A stray print of the past is no
 * price to go on from, and no news.
 */
export function observeBackfill(pair: PairState, trades: readonly Trade[]): Tape {
  const tape = (pair.tape ??= emptyTape())
  const known = referencePrices(pair, noQuotes)
  fillGaps(
    tape,
    trades.filter(({ price }) => !isFarFromAll(price, known, strayFactor)),
  )
  return tape
}

/** The stream of a pair's trades begins anew: what came before it is unknown until it is back-filled. */
export function openTradeGap({ tape }: PairState): void {
  if (tape) openGap(tape)
}
