import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { runVenue, type RunningVenue } from '../../src/background/venues/run-venue.ts'
import { openEpisodes } from '../../src/detect/cases/open-episodes.ts'
import { tapeWindow } from '../../src/detect/trades/tape-window.ts'
import { exchanges as every } from '../../src/exchanges/registry.ts'
import type { Episode } from '../../src/market/episode.ts'
import type { VenueTrade } from '../../tools/market-server/market/venue-trades.ts'
import { openScenario } from '../../tools/market-server/scenarios.ts'
import { venues } from '../../tools/market-server/venues/all.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from '../background/simulated/network.ts'

// Every venue as the market server plays it, through the background's own calls, sockets, framings and engine:
// one coin rises on all of them.

const exchanges = every.filter(({ id }) => venues.some((venue) => venue.id === id))
const began: Record<string, Episode[]> = {}
const started: RunningVenue[] = []
let wire: SimulatedNetwork
let dead = 0

const venueOf = (id: string) => started.find(({ venue }) => venue.exchange.id === id)!.venue
const coinOf = (id: string) =>
  [...venueOf(id).engine.data.pairs.values()].filter(({ base }) => base === 'XLM').map(({ symbol }) => symbol)

/** What an engine's tape holds, s. */
const mostSeconds = 60
const secondOf = (at: number) => Math.floor(at / 1000)
const turnoverOf = (deals: readonly VenueTrade[]) =>
  deals.reduce((sum, { price, amount }) => sum + price * amount, 0)

beforeAll(async () => {
  const { market } = openScenario('pump-everywhere')
  dead = [...market.tapes.values()].filter(({ instrument }) => instrument.dead).length
  wire = openSimulatedNetwork(market)
  for (const [i, exchange] of exchanges.entries()) {
    began[exchange.id] = []
    const one = runVenue(
      exchange,
      {
        engine: null,
        refusal: null,
        slot: { startedAt: Date.now(), fraction: i / exchanges.length },
      },
      {
        onEpisodesChanged: (venue, changed) => void began[venue]!.push(...changed),
        onTicks: () => undefined,
        onRefusalChanged: () => undefined,
      },
      () => (started[i] ? coinOf(exchange.id) : []),
    )
    started.push(one)
  }
  await wire.pass(220_000)
}, 300_000)

afterAll(() => {
  for (const one of started) one.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe.each(exchanges.map((exchange) => [exchange.id, exchange] as const))('%s', (id, exchange) => {
  test('gives its data, none of it dropped', () => {
    const state = venueOf(id).state(Date.now())
    expect(state).toMatchObject({ kind: exchange.stream ? 'live' : 'polling', reason: null })
    // Binance lists pairs that are dead, without a price.
    expect(state.dropped).toBeLessThanOrEqual(id === 'binance' ? dead : 0)
    expect(state.pairs).toBeGreaterThan(3)
    expect(Date.now() - state.marketAt!).toBeLessThan(2.5 * exchange.tickers.everyMs)
  })

  test('refuses nothing that we ask', () => {
    const own = wire.requests.filter(({ venue }) => venue === id)
    expect(own.filter(({ status }) => status !== 200)).toEqual([])
    expect(own.length).toBeGreaterThan(2)
  })

  test('streams the trades of the pair on screen, each once', async () => {
    const [symbol] = coinOf(id)
    expect(wire.connections(id)).toContainEqual(
      expect.stringContaining(new URL(exchange.trades.stream.url).host),
    )
    const { tape, base, quote } = venueOf(id).engine.data.pairs.get(symbol!)!
    const shelf = wire.venueMarket(id)
    const deals = shelf.latestTrades(shelf.listingOf(base!, quote!)!, 10_000)
    // Some venues tell whole seconds.
    const now = secondOf(deals.at(-1)!.at)
    const since = Math.max(now - mostSeconds + 1, secondOf(tape!.since) + 1)
    const seconds = now - since + 1
    expect(seconds).toBeGreaterThan(30)
    const real = deals.filter(({ at }) => secondOf(at) >= since)
    const bought = real.filter(({ side }) => side === 'buy')
    const ask = () => tapeWindow(tape!, now * 1000, seconds)
    // Packed frames are unpacked beside the clock.
    for (let turn = 0; turn < 100_000 && ask().count < real.length; turn++)
      await new Promise((done) => setImmediate(done))
    expect(secondOf(tape!.at)).toBe(now)
    const heard = ask()
    expect(heard.count).toBe(real.length)
    expect(heard.turnover / turnoverOf(real)).toBeCloseTo(1, 9)
    expect(heard.buyTurnover / turnoverOf(bought)).toBeCloseTo(1, 9)
  })

  test('has its rising coin told', () => {
    const told = [...began[id]!, ...openEpisodes(venueOf(id).engine)]
    expect(told.map(({ base }) => base)).toContain('XLM')
  })
})
