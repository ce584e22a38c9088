import { exchangeOf } from '../../src/exchanges/registry.ts'
import { tierRank } from '../../src/market/tier.ts'
import { faults } from './faults/all.ts'
import { judge } from './judge/judge.ts'
import type { Row } from './judge/row.ts'
import { tellingOf } from './judge/telling.ts'
import { play, type Played } from './play.ts'

/** One venue and the names of the faults to play there. */
export interface VenueDrill {
  readonly venue: string
  readonly faults: readonly string[]
  readonly seed: number
}

/** What the rise is given without a fault goes by the chance of its trades: so many seeds are played at most. */
const soundSeeds = 8

/** Plays the pump without a fault, then with each of them; a row a fault. */
export async function drillVenue({ venue, faults: names, seed }: VenueDrill): Promise<readonly Row[]> {
  const exchange = exchangeOf(venue)
  if (!exchange) throw new RangeError(`no venue '${venue}'`)
  const sound: [Played, ...Played[]] = [await play(exchange, null, seed)]
  const played: Played[] = []
  for (const fault of faults.filter(({ name }) => names.includes(name)))
    played.push(await play(exchange, fault, seed))
  const isStronger = (one: Played) => sound.every((other) => rankOf(one) > rankOf(other))
  while (sound.length < soundSeeds && played.some(isStronger))
    sound.push(await play(exchange, null, seed + sound.length))
  return played.map((one) => judge(one, sound))
}

const rankOf = (played: Played) => tierRank(tellingOf(played).tier)
