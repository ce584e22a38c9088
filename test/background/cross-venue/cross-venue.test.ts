import { describe, expect, test, vi } from 'vitest'
import { type CrossVenue, openCrossVenue } from '../../../src/background/cross-venue/cross-venue.ts'
import { setAsideParts } from '../../../src/background/storage/set-aside.ts'
import type { SavedCrossVenue } from '../../../src/detect/cross-venue/save-cross-venue.ts'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { Tick } from '../../../src/market/tick.ts'
import { exampleEpisode } from '../simulated/example-episode.ts'

const start = 1_700_000_000_000
/** The venues' clocks are ahead of ours by so much, ms. */
const leadMs = 40_000
const venues = ['binance', 'okx', 'kucoin'] as const

const noSources = { storedEpisodes: () => [], suspendedSince: () => null }

interface Simulation {
  readonly crossVenue: CrossVenue
  readonly engines: readonly Engine[]
  /** Simulates some seconds; a venue's price is multiplied by `factor`. Returns the episodes that changed. */
  play(seconds: number, factor?: (venue: string) => number): Episode[]
  now(): number
}

/** SYS against USDT on three venues whose prices move together. */
function simulate(open = openCrossVenue(null, noSources)): Simulation {
  const engines = venues.map((venue) => createEngine(venue))
  for (const engine of engines) {
    listPairs(engine.data, [
      { type: 'symbol', symbol: 'SYSUSDT', base: 'SYS', quote: 'USDT', state: 'trading' },
    ])
  }
  let now = start
  const tickOf = (last: number): Tick => {
    const [bid, ask] = [last * 0.999, last * 1.001]
    return { type: 'tick', symbol: 'SYSUSDT', base: null, quote: null, at: now + leadMs, last, bid, ask }
  }
  return {
    crossVenue: open,
    engines,
    now: () => now,
    play(seconds, factor = () => 1) {
      const changed: Episode[] = []
      for (let s = 0; s < seconds; s += 2, now += 2000) {
        // The price must move: standing still together proves nothing.
        const price = 0.2 * (1 + 0.02 * Math.sin(now / 300_000) + 0.01 * Math.sin(now / 47_000))
        for (const engine of engines) {
          const ticks = [tickOf(price * factor(engine.data.venue))]
          takeTicks(engine, ticks, now + leadMs)
          open.takeTicks(engine, ticks, now)
        }
        changed.push(...open.tick(now))
      }
      return changed
    },
  }
}

test('a saved state that no comparison can go by is set aside', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const saved = { shape: 1, coins: [], gaps: [], forex: 7 } as unknown as SavedCrossVenue
  const { play } = simulate(openCrossVenue(saved, noSources))
  expect(play(10)).toEqual([])
  await new Promise((done) => setImmediate(done))
  expect((await setAsideParts())[0]?.what).toBe('comparison of venues')
  warn.mockRestore()
})

const apart = (venue: string) => (venue === 'okx' ? 1.25 : 1)

describe('the comparison of venues', () => {
  test('finds nothing while prices agree, and an episode where one venue leaves the others', () => {
    const market = simulate()
    expect(market.play(2 * 3600)).toEqual([])
    const changed = market.play(300, apart)
    const episode = changed.at(-1)
    expect(episode).toMatchObject({ venue: 'okx', base: 'SYS', kind: 'venue-gap', tier: 'warning' })
    // Episode times are on the venue's clock.
    const began = market.now() - 300_000 + leadMs
    expect(episode!.startedAt).toBeGreaterThanOrEqual(began)
    expect(episode!.startedAt).toBeLessThan(began + 60_000)
  })

  test('is restored by the next worker', () => {
    const market = simulate()
    market.play(2 * 3600)
    const next = openCrossVenue(structuredClone(market.crossVenue.toSaved()), noSources)
    for (const engine of market.engines) {
      const tick: Tick = {
        type: 'tick',
        symbol: 'SYSUSDT',
        base: null,
        quote: null,
        at: engine.data.at,
        last: 0.2,
        bid: 0.2,
        ask: 0.2,
      }
      next.takeTicks(engine, [tick], market.now())
    }
    next.tick(market.now())
    const here = { venue: 'okx', base: 'SYS', quote: 'USDT' }
    expect(next.elsewhere(here).map(({ gap }) => gap)).toEqual([0, 0])
    expect(openCrossVenue(null, noSources).elsewhere(here)).toEqual([])
  })

  test('annotates a pump with the moves of the other venues', () => {
    const market = simulate()
    market.play(2 * 3600)
    const began = market.now() + leadMs
    market.play(120, (venue) => (venue === 'binance' ? 1.3 : 1))
    const pump = exampleEpisode({
      symbol: 'SYSUSDT',
      quote: 'USDT',
      startedAt: began,
      updatedAt: began + 120_000,
    })
    const evidence = market.crossVenue
      .annotate(pump, market.now())
      .evidence.find(({ sign }) => sign === 'other-venues')
    expect(Math.abs(evidence!.value)).toBeLessThan(0.05)
    expect(evidence!.count).toBe(2)
  })

  test('annotates an episode with the venues of the same coin, once that is established', () => {
    const market = simulate()
    const episode = exampleEpisode({ symbol: 'SYSUSDT', quote: 'USDT' })
    const sameCoin = () => market.crossVenue.annotate(episode, market.now()).kin
    market.play(600)
    expect(sameCoin()).toBeUndefined()
    market.play(2 * 3600)
    expect([...sameCoin()!].sort()).toEqual(['kucoin', 'okx'])
    const gap = { ...episode, venue: 'okx', kind: 'venue-gap' as const }
    expect([...market.crossVenue.annotate(gap, market.now()).kin!].sort()).toEqual(['binance', 'kucoin'])
  })

  test('knows the rate of a dollar coin, and of the yen once USD/JPY was polled', () => {
    const market = simulate()
    market.play(10)
    expect(market.crossVenue.rates()['JPY']).toBeUndefined()
    market.crossVenue.takeForex([{ base: 'USD', quote: 'JPY', rate: 150, at: market.now() }])
    market.play(4)
    expect(market.crossVenue.rates()['JPY']?.usd).toBeCloseTo(1 / 150, 6)
  })
})
