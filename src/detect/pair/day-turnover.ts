import type { Engine } from '../engine-state.ts'
import type { PairState } from './pair-state.ts'
import { usualTurnover } from './usual.ts'

const minutesOfDay = 1440

/** What a pair usually turns over in a minute (quote) and what its quote is worth; null where either is unknown. */
export function worthOf({ usd }: Engine, pair: PairState): { usual: number; usd: number } | null {
  const worth = usd[pair.quote ?? '']
  if (worth === undefined || pair.tables.baseline.turnover.n[pair.row] === 0) return null
  return { usual: usualTurnover(pair), usd: worth }
}

/** A pair's usual turnover in a day, USD; undefined where it is not known. */
export function dayTurnover(engine: Engine, pair: PairState): number | undefined {
  const worth = worthOf(engine, pair)
  return worth ? worth.usual * minutesOfDay * worth.usd : undefined
}
