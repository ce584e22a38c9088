import type { Instrument } from '../market/instrument.ts'
import type { Random } from '../market/random.ts'
import { logNormal, random, seedOf } from '../market/random.ts'
import type { Coin, Liquidity } from './coins.ts'
import { realCoins } from './coins.ts'

/** Taker orders per minute on a coin's main pair, and turnover of one order in BTC. */
export const habits: Readonly<
  Record<Liquidity, { readonly orders: number; readonly size: number; readonly sigma: number }>
> = {
  A: { orders: 70, size: 0.12, sigma: 0.022 },
  B: { orders: 22, size: 0.06, sigma: 0.032 },
  C: { orders: 4, size: 0.045, sigma: 0.042 },
  D: { orders: 1.1, size: 0.035, sigma: 0.05 },
  E: { orders: 0.25, size: 0.025, sigma: 0.06 },
  X: { orders: 0, size: 0, sigma: 0.05 },
}

// Share of a coin's trading against each quote.
const share: Readonly<Record<string, number>> = { BTC: 1, USDT: 0.9, ETH: 0.3, BNB: 0.1 }

/** One pair to simulate: its price grid and how busy it is. */
export interface SimulatedPair extends Instrument {
  /** Taker orders per minute on an ordinary day. */
  readonly orders: number
  /** Mean turnover of one order in BTC. */
  readonly size: number
}

/** Every coin and pair that is traded. */
export interface Universe {
  /** USDT per BTC at the start. */
  readonly usdtPerBtc: number
  readonly coins: readonly Coin[]
  readonly pairs: readonly SimulatedPair[]
}

const pairCount = 420

/**
 * The simulated universe: about 115 coins named as on the real venue, and made-up ones up to 420 pairs, one of
 * them listed only four hours before `start`.
 */
export function universeOf(seed: number, start: number, usdtPerBtc = 6_500): Universe {
  const chance = random(seedOf(seed, 'universe'))
  const coins: Coin[] = [...realCoins]
  const bitcoin = { base: 'BTC', quote: 'USDT', price: usdtPerBtc }
  const pairs: SimulatedPair[] = [simulatedPair(bitcoin, 190, 0.11, 0, false)]
  for (const coin of coins) pairs.push(...pairsOf(coin, usdtPerBtc))
  const names = new Set(coins.map((coin) => coin.name))
  while (pairs.length < pairCount) {
    const coin = invent(chance, names, pairs.length === pairCount - 3 ? start - 4 * 3_600_000 : 0)
    coins.push(coin)
    pairs.push(...pairsOf(coin, usdtPerBtc))
  }
  return { usdtPerBtc, coins, pairs }
}

/** The universe with further coins: all others are and trade as without them. */
export function withCoins(universe: Universe, further: readonly Coin[]): Universe {
  const { usdtPerBtc, coins, pairs } = universe
  return {
    usdtPerBtc,
    coins: [...coins, ...further],
    pairs: [...pairs, ...further.flatMap((coin) => pairsOf(coin, usdtPerBtc))],
  }
}

function pairsOf(coin: Coin, usdtPerBtc: number): SimulatedPair[] {
  const habit = habits[coin.liquidity]
  return coin.quotes.map((quote) => {
    const price = coin.price / btcPer(quote, usdtPerBtc)
    const orders = habit.orders * (share[quote] ?? 0)
    return simulatedPair(
      { base: coin.name, quote, price },
      orders,
      habit.size,
      coin.listedAt,
      coin.liquidity === 'X',
    )
  })
}

function simulatedPair(
  pair: { base: string; quote: string; price: number },
  orders: number,
  size: number,
  listedAt: number,
  dead: boolean,
): SimulatedPair {
  const { base, quote, price } = pair
  return { symbol: base + quote, base, quote, ...gridOf(price, quote), listedAt, dead, orders, size }
}

/** Start value of a quote in BTC. */
function btcPer(quote: string, usdtPerBtc: number): number {
  if (quote === 'BTC') return 1
  if (quote === 'USDT') return 1 / usdtPerBtc
  return realCoins.find((coin) => coin.name === quote)?.price ?? 1
}

/**
 * Price and amount steps as the venue chose them: satoshi for cheap coins, whole coins below 0.01 of the quote.
 */
function gridOf(price: number, quote: string): { tick: number; step: number } {
  const magnitude = Math.floor(Math.log10(price))
  const finest =
    quote === 'USDT' ? (price < 1 ? 5 : price < 10 ? 4 : 2) : price < 0.001 ? 8 : price < 0.01 ? 7 : 6
  const coarse = magnitude < -5 || quote !== 'BNB' ? finest : Math.min(finest, 5)
  const step = price > 1_000 ? 1e-6 : price > 100 ? 1e-5 : price > 0.01 ? 1e-3 : price > 0.001 ? 0.01 : 1
  return { tick: 10 ** -coarse, step }
}

const heads = 'AR BE CO DA EN FI GO HY IN KA LU MO NE OR PA QU RI SO TE UN VE WI XA YU ZO'.split(' ')
const tails = 'X N L R T K S M D B'.split(' ')
const pick = <T>(list: readonly T[], chance: Random): T => list[Math.floor(chance.next() * list.length)] as T

function invent(chance: Random, names: Set<string>, listedAt: number): Coin {
  let name = ''
  while (name === '' || names.has(name))
    name = pick(heads, chance) + pick(heads, chance).slice(0, 1) + pick(tails, chance)
  names.add(name)
  const draw = chance.next()
  const liquidity: Liquidity = listedAt
    ? 'C'
    : draw < 0.08
      ? 'C'
      : draw < 0.45
        ? 'D'
        : draw < 0.93
          ? 'E'
          : 'X'
  // Mostly thousands of satoshi, some in the tens where one tick is some percent.
  const price = Math.max(30, Math.round(2_600 * logNormal(chance, 1.6))) / 1e8
  return { name, price, liquidity, quotes: chance.next() < 0.7 ? ['BTC', 'ETH'] : ['BTC'], listedAt }
}
