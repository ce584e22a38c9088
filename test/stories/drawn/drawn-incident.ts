import type { Episode } from '../../../src/market/episode.ts'
import { tierRank, type Tier } from '../../../src/market/tier.ts'
import { course, DrawnVenue, drawnCoins } from './drawn-venue.ts'

/** A published course of one coin in a calm market, and on what turnover it was run. */
export interface Incident {
  /** Points of [second, multiple of the price before]. */
  readonly points: readonly (readonly [number, number])[]
  readonly seconds: number
  /** Multiple of the usual turnover. */
  readonly times: (second: number) => number
}

/** What was told of an incident: the episodes of its coin as they changed. */
export interface Telling {
  /** The coin's price before. */
  readonly before: number
  readonly changes: readonly { readonly second: number; readonly episode: Episode }[]
  /** The coin's card as it stands at the end. */
  readonly last: Episode | undefined
  /** Of the whole venue but the coin. */
  readonly others: readonly Episode[]
}

const coin = 'A7'
const noise = 0.0008

/** Plays an incident in frames of a second. */
export function play({ points, seconds, times }: Incident, seed = 5): Telling {
  const venue = new DrawnVenue(drawnCoins(24, 3), seed)
  venue.calm(3)
  venue.begin()
  const before = venue.priceOf(coin)
  const path = course(points)
  for (let second = 1; second <= seconds; second++) {
    const [was, is] = [path(second - 1), path(second)]
    const buys = is > was ? 0.8 : is < was ? 0.2 : 0.5
    const price = before * is * Math.exp(noise * venue.gauss())
    venue.frame(1000, new Map([[coin, { price, times: times(second), buys }]]))
  }
  const isOwn = ({ base }: Episode) => base === coin
  return {
    before,
    changes: venue.told.filter(({ episode }) => isOwn(episode)),
    last: venue.open().find(isOwn),
    others: venue.told.map(({ episode }) => episode).filter((episode) => !isOwn(episode)),
  }
}

/**
 * When a tier or a higher one was first told of a kind, s, and where the price stood, as a multiple of the price
 * before; undefined for never.
 */
export function firstTold(
  { changes, before }: Telling,
  kind: Episode['kind'],
  tier: Tier,
): { second: number; price: number } | undefined {
  const found = changes.find(
    ({ episode }) =>
      (episode.kind === kind || episode.also.includes(kind)) && tierRank(episode.tier) >= tierRank(tier),
  )
  return found && { second: found.second, price: found.episode.lastPrice / before }
}
