import { candlePlans } from '../../src/exchanges/candles/candle-plan.ts'
import { learnContracts, listingOf, withContracts } from '../../src/exchanges/perpetual/contracts.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import { createAsker } from './ask.ts'
import { connectionsOf } from './connections.ts'
import { type Line, listen } from './listen.ts'
import { mainListing, ofType } from './main-pair.ts'
import type { Probe } from './probe.ts'

/** Candles of so long are asked for. */
const candleSpanMs = 45 * 60_000

/**
 * Asks a venue for each kind of data once, as the extension would: its list, its tickers, the trades and candles of
 * its busiest Bitcoin pair, its official sources, and what it tells of contracts; and listens to its streams.
 *
 * @param seconds how long to listen to each stream
 * @param sound what came where the wire is as documented: of what came there and is not asked for here, it is said that
 *   it is not
 */
export async function probeVenue(
  listed: Exchange,
  seconds: number,
  sound: readonly Probe[] = [],
): Promise<readonly Probe[]> {
  const expected = sound.filter(({ venue }) => venue === listed.id)
  const probes = await askAll(withContracts(listed), seconds, expected)
  const isAsked = ({ call }: Probe) => probes.some((probe) => probe.call === call)
  return [...probes, ...expected.filter((probe) => !isAsked(probe)).map(asUnasked)]
}

async function askAll(
  exchange: Exchange,
  seconds: number,
  expected: readonly Probe[],
): Promise<readonly Probe[]> {
  const { symbols, tickers, trades, candles, official, perpetual } = exchange
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
  const hear = (line: Line) => {
    const kinds = expected.filter(({ connection }) => connection === line.name).map(({ kind }) => kind)
    return listen(exchange, line, seconds, kinds)
  }
  const streams = connectionsOf(exchange, main, listings).map(hear)
  if (main) {
    const { symbol } = main
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
  }
  return [list, ...asked, ...(await Promise.all(streams)).flat()]
}

/** A probe that could not be made. */
const asUnasked = (probe: Probe): Probe => ({
  ...probe,
  ...{ rows: [], dropped: 0, example: null, at: Date.now(), skewMs: null, payload: null },
  failure: { verdict: 'unasked', what: 'what to ask for stands in the list, which could not be read' },
})
