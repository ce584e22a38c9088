import { openCrowd } from '../../../tools/market-server/generated/crowd.ts'
import { type SimulatedPair, universeOf } from '../../../tools/market-server/generated/universe.ts'
import { type Market, openMarket } from '../../../tools/market-server/market/market.ts'

// What stands in an answer costs no request: these markets are as small as they can be for what is asked of them.

const starts = Date.UTC(2019, 5, 18, 9)
/** Without much of a past, whose trades would be in every answer. */
const listedAt = starts - 600_000
const seed = 5

const universe = universeOf(seed, starts)
const alive = universe.pairs.filter(({ dead }) => !dead)
const inDollars = alive.filter(({ quote }) => quote === 'USDT')

/** @param orders taker orders a minute of each pair */
function marketOf(pairs: readonly SimulatedPair[], orders: number): Market {
  const coins = [...new Set(pairs.map(({ base }) => base))].map((name) => ({
    ...(universe.coins.find((coin) => coin.name === name) ?? universe.coins[0]!),
    name,
  }))
  const young = pairs.map((pair) => ({ ...pair, listedAt, orders }))
  return openMarket(openCrowd(seed, { ...universe, coins, pairs: young }, starts), starts)
}

/** A few pairs, which change with every answer. */
export const fewCoins = (): Market => marketOf(inDollars.slice(0, 6), 6)

/** The coins that Japanese exchanges list, and so many more that a round of one request a second outlasts its period. */
export function manyCoins(): Market {
  const real = alive.filter(
    ({ base, quote, orders }) => orders > 1 && quote === (base === 'BTC' ? 'USDT' : 'BTC'),
  )
  const names = Array.from({ length: 80 }, (_, i) => `COIN${i}X`)
  return marketOf([...real, ...names.map((base) => ({ ...inDollars[0]!, symbol: `${base}USDT`, base }))], 0.3)
}
