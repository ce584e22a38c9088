import { expect } from 'vitest'
import type { Tick } from '../../../../src/market/tick.ts'
import type { Trade } from '../../../../src/market/trade.ts'
import type { VenueTrade } from '../../../../tools/market-server/market/venue-trades.ts'
import type { VenueMarket } from '../../../../tools/market-server/market/venue-market.ts'
import { todayOf } from '../../../../tools/market-server/market/today.ts'

/** Fills of one pair, moment and side: one taker order, however many rows a venue makes of it. */
interface Taken {
  amount: number
  turnover: number
  readonly orders: Set<string>
}

interface Filled {
  readonly symbol: string | null
  readonly at: number
  readonly side: string
  readonly price: number
  readonly amount: number
  readonly order?: string
}

/**
 * Expects the trades that were read to equal those that happened: time, side, amount, turnover, taker order.
 *
 * @param wide whether `venueTrades` reach further back than the trades, as with the last hundred of a pair
 */
export function expectTrades(
  trades: readonly Trade[],
  venueTrades: readonly VenueTrade[],
  wide = false,
): void {
  expect(trades.length, 'trades that came').toBeGreaterThan(0)
  // Some venues send whole seconds only.
  const grain = trades.every(({ at }) => at % 1_000 === 0) ? 1_000 : 1
  // The oldest order may be cut off.
  const oldest = Math.min(...trades.map(({ at }) => at))
  const whole = ({ at }: Filled): boolean => !wide || Math.floor(at / grain) > Math.floor(oldest / grain)
  const read = taken(trades.filter(whole), grain)
  const happened = taken(
    venueTrades
      .map(({ listing, order, ...venueTrade }) => ({
        ...venueTrade,
        symbol: listing.symbol,
        order: String(order),
      }))
      .filter(whole),
    grain,
  )
  expect([...read.keys()].toSorted()).toEqual([...happened.keys()].toSorted())
  for (const [key, { amount, turnover, orders }] of happened) {
    const got = read.get(key)
    expect((got?.amount ?? 0) / amount, `amount of ${key}`).toBeCloseTo(1, 6)
    expect((got?.turnover ?? 0) / turnover, `price × amount of ${key}`).toBeCloseTo(1, 3)
    if (got && got.orders.size > 0) expect(got.orders.size, `orders of ${key}`).toBe(orders.size)
  }
}

function taken(fills: readonly Filled[], grain: number): Map<string, Taken> {
  const groups = new Map<string, Taken>()
  for (const { symbol, at, side, price, amount, order } of fills) {
    const key = `${symbol ?? '?'} ${Math.floor(at / grain)} ${side}`
    const group = groups.get(key) ?? { amount: 0, turnover: 0, orders: new Set<string>() }
    groups.set(key, group)
    group.amount += amount
    group.turnover += amount * price
    if (order !== undefined) group.orders.add(order)
  }
  return groups
}

/** Expects the values of a tick to equal the venue's own statistics. */
export function expectTick(venueMarket: VenueMarket, tick: Tick): void {
  const listing = venueMarket.listing(tick.symbol)
  if (!listing) throw new Error(`${venueMarket.venue} does not list ${tick.symbol}`)
  const { open, high, low, last, base, quote, count } = venueMarket.stats24h(listing)
  // Kraken's open is that of 00:00 UTC.
  const opened = venueMarket.venue === 'kraken' ? (todayOf(listing, venueMarket.now)?.open ?? open) : open
  const expected = { open: opened, high, low, last, baseVolume: base, quoteVolume: quote }
  for (const [name, value] of Object.entries(expected)) {
    const actual = tick[name as keyof typeof expected]
    if (actual !== undefined && value > 0)
      expect(actual / value, `${name} of ${tick.symbol}: ${actual}, not ${value}`).toBeCloseTo(1, 3)
  }
  expect(tick.last, `last of ${tick.symbol}`).toBeCloseTo(last, 10)
  if (tick.count !== undefined) expect(tick.count).toBe(count)
  if (tick.bid !== undefined && tick.ask !== undefined) expect(tick.bid).toBeLessThan(tick.ask)
  if (tick.base !== null) expect([tick.base, tick.quote]).toEqual([listing.base, listing.quote])
  expect(tick.at, 'the time of a tick').toBeLessThanOrEqual(venueMarket.now)
}
