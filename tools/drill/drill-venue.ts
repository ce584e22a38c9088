import { exchangeOf } from '../../src/exchanges/registry.ts'
import { faults } from './faults/all.ts'
import { judge } from './judge/judge.ts'
import type { Row } from './judge/row.ts'
import { play } from './play.ts'

/** One venue and the names of the faults to play there. */
export interface VenueDrill {
  readonly venue: string
  readonly faults: readonly string[]
  readonly seed: number
}

/** Plays the pump without a fault, then with each of them; a row a fault. */
export async function drillVenue({ venue, faults: names, seed }: VenueDrill): Promise<readonly Row[]> {
  const exchange = exchangeOf(venue)
  if (!exchange) throw new RangeError(`no venue '${venue}'`)
  const sound = await play(exchange, null, seed)
  const rows: Row[] = []
  for (const fault of faults.filter(({ name }) => names.includes(name)))
    rows.push(judge(await play(exchange, fault, seed), sound))
  return rows
}
