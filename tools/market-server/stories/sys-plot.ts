import type { PricePath, FlowBias, Plot } from '../generated/plot.ts'
import { through } from '../generated/plot.ts'
import type { Universe } from '../generated/universe.ts'
import type { TakerOrder } from '../market/order.ts'
import { random, seedOf } from '../market/random.ts'
import { japan } from './story.ts'
import { sysPrice, sysTurnover } from './sys-price.ts'

// Turnover of SYS/BTC in an ordinary hour without a plot, BTC: orders a minute × size × 60.
const ordinaryTurnover = 11

/** The SYS incident on top of an ordinary night. */
export function sysPlot(universe: Universe, seed: number): Plot {
  const sold = soldAlts(universe, seed)
  const fall = through([
    [japan(5, 41), 0],
    [japan(5, 54), 1],
    [japan(6, 40), 0.95],
    [japan(9), 0.6],
  ])
  // BTC against the dollar: −3.2 % within the hour.
  const dollar = through([
    [japan(5, 41), 0],
    [japan(5, 54), 0.019],
    [japan(6, 40), 0.033],
    [japan(9), 0.025],
  ])
  const coin = (name: string): PricePath | null => {
    if (name === 'SYS') return { price: sysPrice }
    if (name === 'USDT') return { shift: dollar, from: japan(5, 41) }
    const depth =
      name === 'ETH'
        ? 0.022
        : name === 'BNB'
          ? 0.03
          : 0.053 + 0.035 * random(seedOf(seed, 'fall', name)).next()
    const sale = sold.get(name)
    return { from: japan(5, 10), shift: (at) => -depth * fall(at) + (sale ? sale.shift(at) : 0) }
  }
  return {
    coin,
    bias(pair) {
      if (pair.symbol === 'SYSBTC') return { from: 0, at: sysBias }
      const sale = sold.get(pair.base)
      const at = (now: number): FlowBias =>
        sale && now >= sale.from && now < sale.until
          ? dumped
          : now >= japan(5, 41) && now < japan(6)
            ? flight
            : ordinary(now)
      return { from: japan(5, 10), at }
    },
    forced: strayPrints,
  }
}

/** A hijacked account's holding: sold at market between `from` and `until`. */
interface Sale {
  readonly from: number
  readonly until: number
  readonly shift: (at: number) => number
}

/** From 05:10 about forty other alts are sold: −3…−8 % within 15–30 minutes. */
function soldAlts(universe: Universe, seed: number): Map<string, Sale> {
  const able = universe.coins
    .filter(({ name, liquidity }) => 'CD'.includes(liquidity) && name !== 'SYS' && name !== 'TUSD')
    .filter(({ name, quotes }) => quotes.includes('BTC') && !name.endsWith('DOWN'))
  const drawn = able
    .toSorted((a, b) => seedOf(seed, 'sold', a.name) - seedOf(seed, 'sold', b.name))
    .slice(0, 40)
  return new Map(
    drawn.map(({ name }) => {
      const chance = random(seedOf(seed, 'sale', name))
      const from = japan(5, 10) + Math.floor(chance.next() * 4 * 60_000)
      const until = from + (15 + 13 * chance.next()) * 60_000
      const shift = through([
        [from, 0],
        [until, -0.035 - 0.045 * chance.next()],
      ])
      return [name, { from, until, shift }]
    }),
  )
}

function sysBias(at: number): FlowBias {
  const climbing = at >= japan(4, 3) && at < japan(6, 50)
  const rush = !climbing ? 0.02 : at < japan(5) ? 0.22 : 0.38
  const multiple = sysTurnover(at) / ordinaryTurnover / (1 + 0.8 * rush)
  return { pace: multiple ** 0.6, size: multiple ** 0.4, buys: climbing ? 0.78 : null, rush }
}

const dumped: FlowBias = { pace: 5, size: 1.5, buys: 0.1, rush: 0.12 }
const flight: FlowBias = { pace: 3, size: 1.3, buys: 0.22, rush: 0.05 }
const calmed: FlowBias = { pace: 1.4, size: 1.1, buys: null, rush: 0 }
const usual: FlowBias = { pace: 1, size: 1, buys: null, rush: 0 }
const ordinary = (at: number): FlowBias => (at < japan(6) ? usual : calmed)

/** 1 SYS at 96 BTC, at 05:40:12 and again within the minute. */
const strayPrints: readonly TakerOrder[] = [
  japan(5, 40, 12, 318),
  japan(5, 40, 29, 871),
  japan(5, 40, 51, 46),
].map((at) => ({ symbol: 'SYSBTC', at, side: 'buy', fills: [{ price: 96, amount: 1 }] }))
