import type { ContractFigures } from '../../market/contract-figures.ts'
import type { Episode } from '../../market/episode.ts'
import type { MarketData } from '../pair/market-data.ts'
import { maxUnknownGapMs } from '../settings.ts'
import { type GapKind, gapKind, gapKinds } from './gaps/gap-kinds.ts'
import { interestSlots, interestStepMs } from './interest-slots.ts'
import type { Burst } from './liquidations/burst.ts'
import { lastMinuteOf } from './liquidations/last-minute.ts'
import { intervalOf } from './observe-derivative.ts'
import type { PerpetualData } from './perpetual-data.ts'

/** What is known of a venue: an engine. */
interface Told {
  readonly data: Pick<MarketData, 'at'>
  /** Null: no perpetual market. */
  readonly perpetual: PerpetualData | null
}

const unknown = {
  lastToMark: null,
  markToIndex: null,
  openInterest: null,
  longs: null,
  shorts: null,
  funding: null,
} as const

/**
 * What is known of an episode's contract for its course, oldest first: what the venue tells now, and its open
 * interest in the hour before, against which a change is measured.
 */
export function courseFiguresOf(engine: Told, episode: Pick<Episode, 'symbol'>): readonly ContractFigures[] {
  const now = contractFiguresOf(engine, episode)
  if (!now) return []
  return [...pastInterestOf(engine, episode), now]
}

/**
 * What a venue tells now of the contract that an episode is of, or of all its contracts together; null where it is no
 * perpetual market. Linear in the contracts that were liquidated within the minute.
 */
function contractFiguresOf(
  { data: { at }, perpetual }: Told,
  { symbol }: Pick<Episode, 'symbol'>,
): ContractFigures | null {
  if (!perpetual || at === 0) return null
  if (symbol === null) return { ...unknown, at, ...liquidatedOf(perpetual.bursts.values(), at) }
  const row = perpetual.rows.get(symbol)
  if (row === undefined) return null
  const burst = perpetual.bursts.get(symbol)
  return {
    at,
    lastToMark: gapOf(perpetual, row, gapKind.mark, at),
    markToIndex: gapOf(perpetual, row, gapKind.index, at),
    openInterest: interestOf(perpetual, row, at),
    ...liquidatedOf(burst ? [burst] : [], at),
    funding: fundingOf(perpetual, row),
  }
}

/** The open interest of a contract in the hour before now, a figure for each step that is known, oldest first. */
function pastInterestOf(
  { data: { at }, perpetual }: Told,
  { symbol }: Pick<Episode, 'symbol'>,
): readonly ContractFigures[] {
  const row = symbol === null ? undefined : perpetual?.rows.get(symbol)
  if (!perpetual || row === undefined) return []
  const { interestStep, interestSteps } = perpetual.tables
  const newest = interestStep[row]!
  return Array.from({ length: interestSlots }, (_, i) => newest - interestSlots + 1 + i).flatMap((step) => {
    const openInterest = interestSteps[row * interestSlots + (step % interestSlots)] ?? 0
    const since = step * interestStepMs
    return openInterest > 0 && since < at ? [{ ...unknown, at: since, openInterest }] : []
  })
}

function liquidatedOf(bursts: Iterable<Burst>, at: number) {
  const { longs, shorts } = lastMinuteOf(bursts, at, 0)
  return { longs, shorts }
}

function gapOf(
  { tables: { gap, gapAt } }: PerpetualData,
  row: number,
  kind: GapKind,
  at: number,
): number | null {
  const i = row * gapKinds.length + kind
  return gapAt[i]! > 0 && at - gapAt[i]! <= maxUnknownGapMs ? Math.expm1(gap[i]!) : null
}

function interestOf(
  { tables: { interest, interestStep } }: PerpetualData,
  row: number,
  at: number,
): number | null {
  const isOld = Math.floor(at / interestStepMs) - interestStep[row]! > 1
  return isOld || !(interest[row]! > 0) ? null : interest[row]!
}

function fundingOf({ tables }: PerpetualData, row: number): number | null {
  const rate = tables.funding[row]!
  return rate === 0 ? null : (rate / intervalOf(tables, row)) * 8
}
