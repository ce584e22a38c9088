import { candlePlans } from '../../src/exchanges/candles/candle-plan.ts'
import { learnContracts, listingOf, withContracts } from '../../src/exchanges/perpetual/contracts.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import { createAsker } from './ask.ts'
import { listen } from './listen.ts'
import { mainListing, ofType } from './main-pair.ts'
import type { Probe } from './probe.ts'

/** Candles of so long are asked for. */
const candleSpanMs = 45 * 60_000

/**
 * Asks a venue for each kind of data once, as the extension would: its list, its tickers, the trades and candles of
 * its busiest Bitcoin pair, its official sources, and what it tells of contracts; and listens to its streams.
 *
 * @param seconds how long to listen to each stream
 */
export async function probeVenue(listed: Exchange, seconds: number): Promise<readonly Probe[]> {
  const exchange = withContracts(listed)
  const { symbols, tickers, stream, trades, candles, official, perpetual } = exchange
  const asker = createAsker(exchange)
  const list = await asker.ask('list', symbols)
  learnContracts(exchange, ofType(list.rows, 'contract'))
  const contracts = [...(exchange.contracts?.values() ?? [])]
  // Nobody can tell what the rest of a perpetual market's messages are of.
  if (perpetual && contracts.length === 0) return [list]
  const listings = [...ofType(list.rows, 'symbol'), ...contracts.map(listingOf)]
  const guess = mainListing(listings, [])
  const requests = tickers.forPair
    ? guess
      ? [tickers.forPair(guess.symbol)]
      : []
    : [tickers, ...(tickers.furtherCalls ?? [])]
  const asked = []
  for (const request of requests) asked.push(await asker.ask('tickers', request))
  const ticks = asked.flatMap(({ rows }) => ofType(rows, 'tick'))
  const main = mainListing(listings, ticks)
  const streams = []
  // Where each pair is subscribed to, nothing is heard of none.
  if (stream && (main || !stream.tickerFrame)) {
    const frames = () => (main && stream.tickerFrame ? [stream.tickerFrame(main.symbol, 1)] : [])
    streams.push(listen(exchange, { call: 'ticker stream', kind: 'ws.ticker', stream, frames }, seconds))
  }
  if (!main) return [list, ...asked, ...(await Promise.all(streams))]
  const { symbol } = main
  const name = trades.streamSymbol?.(symbol, main) ?? symbol
  const frames = (at: number) => [trades.subscribe([name], 1, at)]
  streams.push(
    listen(exchange, { call: 'trade stream', kind: 'ws.trades', stream: trades.stream, frames }, seconds),
  )
  asked.push(await asker.ask('trades', trades.backfill(symbol)))
  const lately = { from: Date.now() - candleSpanMs, until: Date.now() }
  const [finest] = candles ? candlePlans(candles, symbol, lately, Date.now()) : []
  for (const request of finest?.calls ?? []) asked.push(await asker.ask('candles', request))
  for (const poll of perpetual?.polls ?? [])
    asked.push(await asker.ask(`contracts ${poll.kind}`, poll.forPair?.(symbol) ?? poll))
  for (const source of official) {
    const { kind, documented, furtherKinds = [] } = source
    const request = source.forPair?.(symbol) ?? source
    asked.push(await asker.ask(`official ${kind}`, request, documented, [kind, ...furtherKinds]))
  }
  return [list, ...asked, ...(await Promise.all(streams))]
}
