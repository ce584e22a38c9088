import { beforeAll, describe, expect, test } from 'vitest'
import type { ContractStream } from '../../../../src/exchanges/feeds/contract-stream.ts'
import type { Derivative, Liquidation } from '../../../../src/market/derivative.ts'
import { openContracts } from '../../../../tools/market-server/market/contracts.ts'
import type { Events } from '../../../../tools/market-server/market/events.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import type { Listing } from '../../../../tools/market-server/market/listing.ts'
import { contractMarket, simulatedPerpetuals } from './contract-market.ts'
import { openStreamClient } from './stream-client.ts'
import type { Contract } from '../../../../src/market/contract.ts'
import type { MarketRow } from '../../../../src/exchanges/perpetual/read-market.ts'
import { openVenueClient, type VenueClient } from './venue-client.ts'

// What every simulated perpetual market tells besides trading passes through the real adapter, in units of the base.

const every = { from: 0, until: Infinity }
/** Markets that publish funding, and neither mark nor index nor open interest. */
const fundingAlone: readonly string[] = ['bitflyer-perpetual']
/** How far from the mark (of HTX: the index) an order may be where a market publishes it, a fraction. */
const bands: Readonly<Record<string, number>> = {
  'binance-perpetual': 0.15,
  'bybit-perpetual': 0.1,
  'gate-perpetual': 0.5,
  'mexc-perpetual': 0.1,
  'bitget-perpetual': 0.05,
  'htx-perpetual': 0.06,
  'coinbase-perpetual': 0.05,
}

describe.each(simulatedPerpetuals)('%s', (id, venue, exchange) => {
  const { perpetual, stream } = exchange
  const streams: readonly ContractStream[] = [...(stream ? [stream] : []), ...(perpetual?.streams ?? [])]
  let market: Market
  let client: VenueClient
  let listing: Listing

  beforeAll(() => {
    const calm = contractMarket()
    const [first] = openVenueClient(venue, exchange, calm).busiestPairs(1)
    if (!first) throw new Error('no contracts')
    const { base } = first
    const events: Events = {
      ...calm.events,
      priceGaps: [{ ...every, venue: id, base, factor: 1.02 }],
      // Shorts of 60,000 units of the quote are liquidated a minute.
      positions: [
        {
          ...{ ...every, venue: id, base, liquidated: () => 60_000, funding: () => 0.003, isMarkHeld: true },
          ...{ adlRisk: () => 'high', isDislocated: () => true },
        },
      ],
    }
    market = {
      ...calm,
      events,
      get now() {
        return calm.now
      },
      advance: (to) => calm.advance(to),
    }
    client = openVenueClient(venue, exchange, market)
    listing = client.venueServer.venueMarket.listing(first.symbol)!
  })

  /** What the venue tells of the contract within some seconds, by stream and by one round of its polls. */
  async function told(): Promise<{ terms: Derivative[]; liquidations: Liquidation[] }> {
    const rows = (perpetual?.polls ?? []).flatMap(
      (poll) => client.get(poll.forPair?.(listing.symbol) ?? poll).rows,
    )
    const { tickers } = exchange
    rows.push(...client.get(tickers.forPair?.(listing.symbol) ?? tickers).rows)
    for (const call of streams) {
      const streamClient = openStreamClient(client.venueServer, call, client.wall)
      await client.run(streamClient, 2)
      if (call.tickerFrame) streamClient.send(call.tickerFrame(listing.symbol, 1))
      if (call.subscribe) streamClient.send(call.subscribe([listing.symbol], 1))
      await client.run(streamClient, 8)
      for (const message of streamClient.messages) {
        const kind = exchange.kindOf(message)
        if (kind !== null && kind !== 'ws.symbols') rows.push(...client.rowsIn([message], kind))
      }
      expect(streamClient.closed).toEqual([])
    }
    rows.push(...(await toldBesideTrades()))
    return {
      terms: rows
        .filter((row) => row.type === 'derivative')
        .filter(({ symbol }) => symbol === listing.symbol),
      liquidations: rows.filter((row) => row.type === 'liquidation'),
    }
  }

  /** The contract as the venue lists it. */
  function contractOf(symbol: string): Partial<Contract> {
    const contracts = client.get(exchange.symbols).rows.filter((row) => row.type === 'contract')
    return contracts.find((contract) => contract.symbol === symbol) ?? {}
  }

  /** What the connection of trades tells of a followed contract besides. */
  async function toldBesideTrades(): Promise<MarketRow[]> {
    const { trades, kindOf } = exchange
    const streamClient = openStreamClient(client.venueServer, trades.stream)
    await client.run(streamClient, 2)
    streamClient.send(
      trades.subscribe([trades.streamSymbol?.(listing.symbol) ?? listing.symbol], 1, client.wall),
    )
    await client.run(streamClient, 3)
    return streamClient.messages.flatMap((message) => {
      const kind = kindOf(message)
      return kind === null || kind === 'ws.trades' ? [] : client.rowsIn([message], kind)
    })
  }

  test('tells mark, index, funding, open interest, liquidations and the limits of orders', async () => {
    const { terms, liquidations } = await told()
    const { venueMarket } = client.venueServer
    const truth = openContracts(market, venueMarket).termsOf(listing)
    const last = <K extends 'mark' | 'index' | 'fundingRate' | 'openInterest'>(key: K) =>
      terms.findLast((row) => row[key] !== undefined)?.[key]
    expect(last('fundingRate')).toBeCloseTo(truth.fundingRate, 8)
    for (const key of ['mark', 'index', 'openInterest'] as const) {
      if (fundingAlone.includes(id)) expect(last(key), key).toBeUndefined()
      // Prices move while we listen.
      else expect((last(key) ?? NaN) / truth[key] - 1, key).toBeCloseTo(0, 2)
    }
    for (const each of liquidations) {
      expect(each).toMatchObject({ symbol: listing.symbol, side: 'buy' })
      expect((each.price * each.amount) / 1_000 - 1).toBeCloseTo(0, 1)
    }
    const flagged = (key: 'adlRisk' | 'isDislocated') => terms.some((row) => row[key] !== undefined)
    expect(flagged('adlRisk')).toBe(['binance-perpetual', 'bybit-perpetual'].includes(id))
    expect(terms.every(({ adlRisk = 'high' }) => adlRisk === 'high')).toBe(true)
    expect(flagged('isDislocated')).toBe(id === 'kraken-perpetual')
    expect(terms.every(({ isDislocated = true }) => isDislocated)).toBe(true)
    const { upperLimit, lowerLimit } = terms.findLast((row) => row.upperLimit !== undefined) ?? {}
    const { upperBand = (upperLimit ?? 0) / truth.mark, lowerBand = (lowerLimit ?? 0) / truth.mark } =
      contractOf(listing.symbol)
    const band = bands[id]
    expect(upperBand).toBeCloseTo(band === undefined ? 0 : 1 + band, 2)
    expect(lowerBand).toBeCloseTo(band === undefined ? 0 : 1 - band, 2)
    const hasLiquidations = 'ws.liquidations' in (perpetual?.market.readers ?? {})
    if (hasLiquidations && streams.length > 0) expect(liquidations.length).toBeGreaterThan(3)
  })
})
