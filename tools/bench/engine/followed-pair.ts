import { type RandomVenue, advanceVenue } from './random-venue.ts'

/** Duration of a follow, s. */
export const followSeconds = 300
const perSecond = 20

/**
 * The messages of `seconds` of a follow from `second` on: a rise of a fifth within twenty seconds, then half of
 * it lost.
 */
export function tradeMessages(venue: RandomVenue, from: number, second: number, seconds: number): string[] {
  const { symbol } = venue.pairs[0]!
  return Array.from({ length: seconds * perSecond }, (_, i) => {
    const price = from * levelAt(second + i / perSecond) * (1 + (venue.random() - 0.5) / 2000)
    const at = venue.at + Math.floor((i * 1000) / perSecond)
    const id = 1_000_000 + second * perSecond + i
    return tradeMessage(venue, symbol, id, at, price)
  })
}

/** Advances the whole venue by a second, its first pair at the follow's price. */
export function advanceFollowedPair(venue: RandomVenue, from: number, second: number): void {
  const pair = venue.pairs[0]!
  advanceVenue(venue, 1000)
  pair.price = from * levelAt(second)
  pair.turnover += 20_000
  pair.count += 2 * perSecond
}

/** The price as a multiple of the start price. */
function levelAt(second: number): number {
  return second < 20 ? 1 + second / 100 : 1.2 - (0.1 * (second - 20)) / (followSeconds - 20)
}

/** A trade as `@aggTrade` has it on the wire. */
function tradeMessage(
  { random }: RandomVenue,
  symbol: string,
  id: number,
  at: number,
  price: number,
): string {
  const data = {
    e: 'aggTrade',
    E: at,
    s: symbol,
    a: id,
    p: price.toFixed(8),
    q: (5 * random()).toFixed(8),
    f: 2 * id,
    l: 2 * id + 1,
    T: at,
    m: random() < 0.3,
    M: true,
  }
  return JSON.stringify({ stream: `${symbol.toLowerCase()}@aggTrade`, data })
}
