import { describe, expect, test } from 'vitest'
import { type Beside, openBeside } from '../../../src/background/cross-venue/cross-venue.ts'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { Tick } from '../../../src/market/tick.ts'
import { drawnEpisode } from '../drawn/drawn-episode.ts'

const start = 1_700_000_000_000
/** The venues' own clocks run ahead of ours by so much, ms. */
const lead = 40_000
const venues = ['binance', 'okx', 'kucoin'] as const

const alone = { shown: () => [], suspended: () => null }

interface Played {
  readonly beside: Beside
  readonly engines: readonly Engine[]
  /** Plays some seconds; `factor` is what a venue's price is times the others'. Returns what began or changed. */
  play(seconds: number, factor?: (venue: string) => number): Episode[]
  now(): number
}

/** SYS against USDT on three venues whose prices move together. */
function played(open = openBeside(null, alone)): Played {
  const engines = venues.map((venue) => createEngine(venue))
  for (const engine of engines) {
    listPairs(engine.data, [
      { type: 'symbol', symbol: 'SYSUSDT', base: 'SYS', quote: 'USDT', state: 'trading' },
    ])
  }
  let now = start
  const tickOf = (last: number): Tick => {
    const [bid, ask] = [last * 0.999, last * 1.001]
    return { type: 'tick', symbol: 'SYSUSDT', base: null, quote: null, at: now + lead, last, bid, ask }
  }
  return {
    beside: open,
    engines,
    now: () => now,
    play(seconds, factor = () => 1) {
      const changed: Episode[] = []
      for (let s = 0; s < seconds; s += 2, now += 2000) {
        // A price that wanders: standing still together proves nothing.
        const price = 0.2 * (1 + 0.02 * Math.sin(now / 300_000) + 0.01 * Math.sin(now / 47_000))
        for (const engine of engines) {
          const ticks = [tickOf(price * factor(engine.data.venue))]
          takeTicks(engine, ticks, now + lead)
          open.hear(engine, ticks, now)
        }
        changed.push(...open.beat(now))
      }
      return changed
    },
  }
}

const apart = (venue: string) => (venue === 'okx' ? 1.25 : 1)

describe('venues side by side', () => {
  test('say nothing while their prices agree, and raise a card where one leaves the others', () => {
    const market = played()
    expect(market.play(2 * 3600)).toEqual([])
    const changed = market.play(300, apart)
    const card = changed.at(-1)
    expect(card).toMatchObject({ venue: 'okx', base: 'SYS', kind: 'venue-gap', tier: 'warning' })
    // Told on the venue's clock, as everything of an episode is.
    const began = market.now() - 300_000 + lead
    expect(card!.startedAt).toBeGreaterThanOrEqual(began)
    expect(card!.startedAt).toBeLessThan(began + 60_000)
  })

  test('what a worker learnt is known to the next', () => {
    const market = played()
    market.play(2 * 3600)
    const next = openBeside(structuredClone(market.beside.saved()), alone)
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
      next.hear(engine, [tick], market.now())
    }
    next.beat(market.now())
    const here = { venue: 'okx', base: 'SYS', quote: 'USDT' }
    expect(next.elsewhere(here).map(({ gap }) => gap)).toEqual([0, 0])
    expect(openBeside(null, alone).elsewhere(here)).toEqual([])
  })

  test('tell a pump’s card whether the others move too', () => {
    const market = played()
    market.play(2 * 3600)
    const began = market.now() + lead
    market.play(120, (venue) => (venue === 'binance' ? 1.3 : 1))
    const pump = drawnEpisode({
      symbol: 'SYSUSDT',
      quote: 'USDT',
      startedAt: began,
      updatedAt: began + 120_000,
    })
    const evidence = market.beside
      .join(pump, market.now())
      .evidence.find(({ sign }) => sign === 'other-venues')
    expect(Math.abs(evidence!.value)).toBeLessThan(0.05)
    expect(evidence!.count).toBe(2)
  })

  test('tell a card which of them show the same coin, once that is proven', () => {
    const market = played()
    const card = drawnEpisode({ symbol: 'SYSUSDT', quote: 'USDT' })
    const kin = () => market.beside.join(card, market.now()).kin
    market.play(600)
    expect(kin()).toBeUndefined()
    market.play(2 * 3600)
    expect([...kin()!].sort()).toEqual(['kucoin', 'okx'])
    const gap = { ...card, venue: 'okx', kind: 'venue-gap' as const }
    expect([...market.beside.join(gap, market.now()).kin!].sort()).toEqual(['binance', 'kucoin'])
  })

  test('know what a dollar coin is worth, and the yen once the forex market has spoken', () => {
    const market = played()
    market.play(10)
    expect(market.beside.rates()['JPY']).toBeUndefined()
    market.beside.takeForex([{ base: 'USD', quote: 'JPY', rate: 150, at: market.now() }])
    market.play(4)
    expect(market.beside.rates()['JPY']?.usd).toBeCloseTo(1 / 150, 6)
  })
})
