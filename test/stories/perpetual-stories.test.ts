import { afterEach, expect, test, vi } from 'vitest'
import { runVenue, type RunningVenue } from '../../src/background/venues/run-venue.ts'
import { createSpotPrices } from '../../src/background/venues/spot-prices.ts'
import { openEpisodes } from '../../src/detect/cases/open-episodes.ts'
import { exchangeOf } from '../../src/exchanges/registry.ts'
import type { Episode } from '../../src/market/episode.ts'
import { type Tier, tierRank } from '../../src/market/tier.ts'
import { openStory } from '../../tools/market-server/scenarios.ts'
import { broccoli } from '../../tools/market-server/stories/broccoli.ts'
import { cascade } from '../../tools/market-server/stories/cascade.ts'
import { perpSqueeze } from '../../tools/market-server/stories/perp-squeeze.ts'
import type { Story } from '../../tools/market-server/stories/story.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from '../background/simulated/network.ts'

// The stories of perpetual markets through the background's own calls, sockets and engines of both markets.

/**
 * When each kind, a kind in its phase, and sign was first said of a coin (null: of the whole market), by venue, in order;
 * market minutes since the start.
 */
interface Said {
  readonly venue: string
  readonly base: string | null
  readonly kind: string
  readonly tier: Tier
  readonly minute: number
}

const ids = ['binance', 'binance-perpetual']
const minuteMs = 60_000
const started: RunningVenue[] = []
let wire: SimulatedNetwork

afterEach(() => {
  for (const one of started.splice(0)) one.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/**
 * Plays a story of two markets, on the busier pairs and those of the coins that it is about.
 *
 * @param minutes how much of it; absent: all
 */
async function play(story: Story, kept: readonly string[], minutes = Infinity): Promise<readonly Said[]> {
  const { market, starts, ends } = openStory({ ...story, minOrdersPerMinute: 5, kept })
  const until = Math.min(ends, starts + minutes * minuteMs)
  wire = openSimulatedNetwork(market, ids)
  const said = new Map<string, Said>()
  const take = (episode: Episode) => {
    const { venue, base, kind, also, tier, phase, evidence } = episode
    for (const each of [kind, ...also, ...evidence.map(({ sign }) => sign), `${kind} ${phase}`]) {
      const key = [venue, base, each, tier].join()
      const minute = (episode.updatedAt - starts) / minuteMs
      if (!said.has(key)) said.set(key, { venue, base, kind: each, tier, minute })
    }
  }
  for (const id of ids)
    started.push(
      runVenue(
        exchangeOf(id)!,
        { engine: null, refusal: null, slot: { startedAt: Date.now(), fraction: 0 } },
        {
          onEpisodesChanged: (_, changed) => changed.forEach(take),
          onTicks: () => undefined,
          onRefusalChanged: () => undefined,
        },
        () => [],
      ),
    )
  const spotPrices = createSpotPrices(() => started.map(({ venue }) => venue))
  for (let at = starts; at < until; at += 2000) {
    await wire.pass(2000)
    spotPrices(Date.now())
    // What joins a card later is told of it when somebody looks.
    for (const { venue } of started) openEpisodes(venue.engine).forEach(take)
  }
  return [...said.values()]
}

/** The market minute in which a kind was first said at a tier or above; Infinity: never. */
const minuteOf = (
  said: readonly Said[],
  { venue, base, kind, least }: { venue: string; base: string | null; kind: string; least: Tier },
): number =>
  Math.min(
    ...said
      .filter((one) => one.venue === venue && one.base === base && one.kind === kind)
      .filter(({ tier }) => tierRank(tier) >= tierRank(least))
      .map(({ minute }) => minute),
  )

const perpetual = 'binance-perpetual'

// The contract begins to rise in minute 6.
test(
  'a squeezed contract is told, and that it is apart from its coin, and who is liquidated',
  { timeout: 300_000 },
  async () => {
    const said = await play(perpSqueeze, ['NULS'])
    const of = (kind: string, least: Tier) => minuteOf(said, { venue: perpetual, base: 'NULS', kind, least })
    expect(of('pump', 'danger')).toBeLessThan(8)
    expect(of('perp-gap', 'danger')).toBeLessThan(8)
    expect(of('liquidation-burst', 'danger')).toBeLessThan(9)
    // Spot stands, and so does every other contract.
    expect(
      said.filter(({ tier, venue, base }) => tier !== 'notice' && (venue === 'binance' || base !== 'NULS')),
    ).toEqual([])
  },
)

// Spot begins to rise in minute 6, passes the contract's band two minutes later, and falls in minute 18.
test(
  'a contract held at its band is told apart from the spot market that leaves it behind',
  { timeout: 300_000 },
  async () => {
    const said = await play(broccoli, ['ONT'])
    const of = (venue: string, kind: string, least: Tier) =>
      minuteOf(said, { venue, base: 'ONT', kind, least })
    const spot = (kind: string, least: Tier) => of('binance', kind, least)
    expect(spot('pump', 'danger')).toBeLessThan(8.5)
    expect(of(perpetual, 'perp-gap', 'danger')).toBeLessThan(11)
    expect(of(perpetual, 'price-band', 'warning')).toBeGreaterThan(7.9)
    expect(of(perpetual, 'price-band', 'warning')).toBeLessThan(9)
    expect(spot('pump falling', 'danger')).toBeGreaterThan(17)
    expect(spot('pump falling', 'danger')).toBeLessThan(19.5)
    // The coin has four pairs there, which rise and fall together: it is one card.
    const kinds = ['pump', 'dump']
    const cards = said.filter(
      ({ venue, base, kind, tier }) =>
        venue === 'binance' && base === 'ONT' && kinds.includes(kind) && tier !== 'notice',
    )
    expect(new Set(cards.map(({ kind }) => kind))).toEqual(new Set(['pump']))
  },
)

// The fall begins in minute 10 and ends in minute 35.
test(
  'a cascade is one event of the market, with liquidations, prints near zero and collateral off its peg',
  { timeout: 600_000 },
  async () => {
    // All of it is told by then; the market recovers for another quarter of an hour.
    const said = await play(cascade, ['XLM', 'TUSD', 'USDC', 'PAX'], 45)
    for (const venue of ids) {
      const whole = (least: Tier) => minuteOf(said, { venue, base: null, kind: 'market-wide', least })
      expect(whole('warning')).toBeLessThan(17)
      expect(whole('danger')).toBeLessThan(32)
    }
    const burst = minuteOf(said, { venue: perpetual, base: null, kind: 'longs-liquidated', least: 'notice' })
    const stray = minuteOf(said, { venue: 'binance', base: 'XLM', kind: 'stray-print', least: 'danger' })
    const peg = (base: string, least: Tier) =>
      minuteOf(said, { venue: 'binance', base, kind: 'off-peg', least })
    expect(burst).toBeLessThan(20)
    expect(stray).toBeGreaterThan(burst)
    // TUSD begins to be sold at the bottom and is worth 0.67 four minutes later; the other dollar coins stand.
    expect(peg('TUSD', 'notice')).toBeGreaterThan(stray)
    expect(peg('TUSD', 'danger')).toBeLessThan(41)
    for (const base of ['USDC', 'PAX']) expect(peg(base, 'notice')).toBe(Infinity)
  },
)
