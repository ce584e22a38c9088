import type { Side } from '../../../market/trade.ts'
import { liquidationHalfLifeMs, liquidationPriorMs } from '../../settings.ts'
import { liquidationBurst } from '../../thresholds.ts'
import type { ContractTables } from '../contract-tables.ts'
import type { PerpetualData } from '../perpetual-data.ts'
import type { Burst } from './burst.ts'

const minuteMs = 60_000
const minuteSeconds = 60

/** What was liquidated of one contract. */
interface Liquidated {
  /** Of the closing order: `sell` where a long was liquidated. */
  readonly side: Side
  readonly usd: number
  /** Market time, ms. */
  readonly at: number
}

/** Takes a liquidation into the contract's last minute and into what is usual of it. */
export function observeLiquidation(
  { tables, bursts }: PerpetualData,
  symbol: string,
  row: number,
  { side, usd, at }: Liquidated,
): void {
  const second = Math.floor(at / 1000)
  const burst = bursts.get(symbol) ?? { seconds: [], usual: 0 }
  const { seconds } = burst
  // A frame may bring those of a second behind those of the next.
  let i = seconds.length
  while (i > 0 && seconds[i - 1]!.second > second) i--
  let entry = seconds[i - 1]
  if (entry?.second !== second) seconds.splice(i, 0, (entry = { second, longs: 0, shorts: 0 }))
  if (side === 'sell') entry.longs += usd
  else entry.shorts += usd
  forgetOldSeconds(burst, seconds.at(-1)!.second)
  const isBurst = burst.usual > 0 && sumOf(burst) > liquidationBurst.times * burst.usual
  if (!isBurst) burst.usual = usualMinute(tables, row, at)
  bursts.set(symbol, burst)
  learn(tables, row, usd, at)
}

function forgetOldSeconds({ seconds }: Burst, newest: number): void {
  const old = seconds.findIndex(({ second }) => second > newest - minuteSeconds)
  if (old > 0) seconds.splice(0, old)
}

const sumOf = ({ seconds }: Burst) => seconds.reduce((sum, { longs, shorts }) => sum + longs + shorts, 0)

/** Forgets the contracts of which nothing was liquidated within a minute. @param at market time, ms */
export function forgetBursts(bursts: Map<string, Burst>, at: number): void {
  const oldest = Math.floor(at / 1000) - minuteSeconds
  for (const [symbol, { seconds }] of bursts)
    if ((seconds.at(-1)?.second ?? 0) <= oldest) bursts.delete(symbol)
}

/**
 * The contract's usual minute, USD: what was liquidated over the time that is known, both decayed by half a week. A
 * contract seen for less than a day is taken to have had nothing before.
 */
export function usualMinute(
  { liquidated, liquidatedMs, liquidatedAt }: ContractTables,
  row: number,
  at: number,
): number {
  if (liquidatedAt[row] === 0) return 0
  const kept = keptOf(at - liquidatedAt[row]!)
  const ms = knownMs(liquidatedMs[row]!, kept)
  return (liquidated[row]! * kept * minuteMs) / Math.max(ms, liquidationPriorMs)
}

function learn(tables: ContractTables, row: number, usd: number, at: number): void {
  const { liquidated, liquidatedMs, liquidatedAt } = tables
  // Before its first liquidation a contract was seen without any, nobody knows how long.
  const kept = liquidatedAt[row] === 0 ? 1 : keptOf(at - liquidatedAt[row]!)
  liquidatedMs[row] = liquidatedAt[row] === 0 ? 0 : knownMs(liquidatedMs[row]!, kept)
  liquidated[row] = liquidated[row]! * kept + usd
  liquidatedAt[row] = Math.max(at, liquidatedAt[row]!)
}

/** What is left of a past that far back. */
const keptOf = (ms: number) => 0.5 ** (Math.max(0, ms) / liquidationHalfLifeMs)
/** The time that is known, decayed as what was liquidated in it. */
const knownMs = (before: number, kept: number) =>
  before * kept + (1 - kept) * (liquidationHalfLifeMs / Math.LN2)
