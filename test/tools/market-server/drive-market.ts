import type { Market } from '../../../tools/market-server/market/market.ts'
import { allMarketStreams, openChangedTapes } from '../../../tools/market-server/venues/binance/frames.ts'
import type { Print } from '../../../tools/market-server/market/order.ts'

export interface MarketStep {
  /** Market time, ms UTC. */
  readonly at: number
  /** Rows of `!ticker_1h@arr` of the pairs that changed, as on the wire. */
  readonly rows: readonly unknown[]
  /** Every fill since the previous step. */
  readonly prints: readonly Print[]
}

/**
 * Advances a market without sockets, for tests that need a whole day in seconds.
 *
 * @param span market times `from` (default: the market's own), `to`, and the step in ms
 */
export function* driveMarket(
  market: Market,
  {
    from = market.now,
    to,
    stepMs = 1_000,
  }: { readonly from?: number; readonly to: number; readonly stepMs?: number },
): Generator<MarketStep> {
  const board = allMarketStreams[0]
  if (!board) return
  if (from > market.now) market.advance(from)
  const changed = openChangedTapes(market, board)
  for (let at = market.now + stepMs; at <= to; at += stepMs) {
    const prints = market.advance(at)
    yield { at, rows: changed().map((tape) => board.row(tape, at)), prints }
  }
}
