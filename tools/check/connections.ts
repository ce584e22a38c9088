import type { Exchange } from '../../src/exchanges/exchange.ts'
import type { Listing } from '../../src/market/pair.ts'
import type { Line } from './listen.ts'

/** Contracts of which one is told something by a subscription each, where the venue sets no limit. */
const maxContracts = 50

/**
 * The connections that a venue is listened to on: of its tickers, of the trades of its main pair, and of what is told of
 * contracts apart from both.
 *
 * @param main the pair to look at more closely; absent: there is none
 */
export function connectionsOf(
  { stream, trades, perpetual }: Exchange,
  main: Listing | undefined,
  listings: readonly Listing[],
): readonly Line[] {
  const lines: Line[] = []
  // Where each pair is subscribed to, nothing is heard of none.
  if (stream && (main || !stream.tickerFrame)) {
    const frames = () => (main && stream.tickerFrame ? [stream.tickerFrame(main.symbol, 1)] : [])
    lines.push({ name: 'tickers', kind: 'ws.ticker', stream, frames })
  }
  if (!main) return lines
  const name = trades.streamSymbol?.(main.symbol, main) ?? main.symbol
  lines.push({
    name: 'trades',
    kind: 'ws.trades',
    stream: trades.stream,
    frames: (at) => [trades.subscribe([name], 1, at)],
  })
  for (const [i, each] of (perpetual?.streams ?? []).entries()) {
    const { subscribe, limits = {} } = each
    const most = Math.min(maxContracts, limits.maxPairsPerFrame ?? maxContracts)
    const trading = listings.filter(({ state }) => state === 'trading')
    const symbols = new Set([main.symbol, ...trading.map(({ symbol }) => symbol)])
    const frames = () => (subscribe ? [subscribe([...symbols].slice(0, most), 1)] : [])
    lines.push({ name: `contracts ${i}`, kind: null, stream: each, frames })
  }
  return lines
}
