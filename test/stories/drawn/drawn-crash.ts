import type { Episode } from '../../../src/market/episode.ts'
import { tierRank } from '../../../src/market/tier.ts'
import { course, type DrawnMove, DrawnVenue, drawnCoins } from './drawn-venue.ts'

/** A crash of a whole venue. */
export interface Crash {
  /** Points of [second, multiple of the price before] of the median coin. */
  readonly points: readonly (readonly [number, number])[]
  readonly seconds: number
  /** Standard deviation of the coins' betas around 1; BTC moves by a quarter. */
  readonly betaSpread: number
  /** Multiple of the usual turnover while the market moves. */
  readonly times: number
}

const coins = drawnCoins(200, 4)
const frameSeconds = 5
/** Of a coin, a second, besides its beta: a violent market is noisy. */
const noise = 0.0016

/** Plays a crash; returns every change of every episode. */
export function playCrash({ points, seconds, betaSpread, times }: Crash, seed = 9): readonly Episode[] {
  const venue = new DrawnVenue(coins, seed)
  venue.calm(2, 1)
  venue.begin()
  const path = course(points)
  const drawn = coins.map(({ name }) => {
    const beta = name === 'BTC' ? 0.25 : Math.max(0.4, 1 + betaSpread * venue.gauss())
    return { name, beta, before: venue.priceOf(name), own: 0 }
  })
  for (let second = frameSeconds; second <= seconds; second += frameSeconds) {
    const market = Math.log(path(second))
    const isFalling = path(second) < path(second - frameSeconds)
    const moves = new Map<string, DrawnMove>()
    for (const each of drawn) {
      each.own += noise * Math.sqrt(frameSeconds) * 0.6 * venue.gauss()
      const price = each.before * Math.exp(each.beta * market + each.own)
      moves.set(each.name, {
        price,
        times: times * (0.4 + 1.2 * Math.abs(Math.sin(second))),
        buys: isFalling ? 0.3 : 0.65,
      })
    }
    venue.frame(frameSeconds * 1000, moves)
  }
  return venue.told.map(({ episode }) => episode)
}

/** Ids of the episodes of single pairs that reached a Warning. */
export function warnedPairs(changes: readonly Episode[]): ReadonlySet<string> {
  const warned = changes.filter(
    ({ symbol, tier }) => symbol !== null && tierRank(tier) >= tierRank('warning'),
  )
  return new Set(warned.map(({ id }) => id))
}
