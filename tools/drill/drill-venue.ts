import { exchangeOf } from '../../src/exchanges/registry.ts'
import { faults } from './faults/all.ts'
import { judge } from './judge/judge.ts'
import type { Row } from './judge/row.ts'
import { play, type Played } from './play.ts'

/** One venue and the names of the faults to play there. */
export interface VenueDrill {
  readonly venue: string
  readonly faults: readonly string[]
  readonly seed: number
}

/** What the rise is given without a fault goes by the chance of its trades: so many seeds are played. */
const soundSeeds = 3

/** Plays the pump without a fault, then with each of them; a row a fault. */
export async function drillVenue({ venue, faults: names, seed }: VenueDrill): Promise<readonly Row[]> {
  const exchange = exchangeOf(venue)
  if (!exchange) throw new RangeError(`no venue '${venue}'`)
  const sound: [Played, ...Played[]] = [await play(exchange, null, seed)]
  while (sound.length < soundSeeds) sound.push(await play(exchange, null, seed + sound.length))
  const rows: Row[] = []
  for (const fault of faults.filter(({ name }) => names.includes(name)))
    rows.push(judge(await play(exchange, fault, seed), sound))
  return rows
}
