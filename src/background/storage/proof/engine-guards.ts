import type { OfficialStatus } from '../../../detect/cases/official-status.ts'
import type { Cases } from '../../../detect/cases/cases.ts'
import type { DriftRange, MarketDrift } from '../../../detect/pair/price/drift.ts'
import type { MarketCase } from '../../../detect/market/market-state.ts'
import type { MarketData } from '../../../detect/pair/market-data.ts'
import type { PegState } from '../../../detect/pair/price/peg.ts'
import {
  type Guard,
  isBoolean,
  isNumber,
  isPositive,
  isString,
  listOf,
  oneOf,
  orAbsent,
  orNull,
  withFields,
} from '../../../shared/storage/guards.ts'
import { isMarketState } from '../../../shared/storage/value-guards.ts'
import { isRunningEpisode } from './episode-guards.ts'
import { timeUntil } from './pair-guards.ts'

const dayMs = 86_400_000

const mapOf =
  (isKey: Guard, isValue: Guard): Guard =>
  (value) =>
    value instanceof Map && [...value].every(([key, each]) => isKey(key) && isValue(each))
const setOf =
  (is: Guard): Guard =>
  (value) =>
    value instanceof Set && [...value].every(is)

/** What each part of a venue's market data has to be, but its pairs and tables. @param at the engine's clock, ms */
export function dataGuards(venue: string, at: number): Readonly<Record<string, Guard>> {
  const isTime = timeUntil(at)
  const ranges = mapOf(
    isString,
    withFields({ rise: isNumber, fall: isNumber } satisfies Record<keyof DriftRange, Guard>),
  )
  return {
    venue: oneOf([venue]),
    pairs: (value) => value instanceof Map,
    tables: (value) => typeof value === 'object' && value !== null,
    at: timeUntil(Infinity),
    // Of a frame that is not believed yet.
    clockJumpAt: timeUntil(Infinity),
    lost: isTime,
    source: isString,
    spacing: timeUntil(dayMs),
    spokeAt: isTime,
    openedAt: isTime,
    usd: (value) => typeof value === 'object' && value !== null && Object.values(value).every(isPositive),
    drift: withFields({
      r60: ranges,
      r300: ranges,
      halfHour: ranges,
      hour: ranges,
      hourWidth: orAbsent(isNumber),
      spans: orAbsent(mapOf(isNumber, ranges)),
    } satisfies Record<keyof MarketDrift, Guard>),
    pegs: mapOf(
      isString,
      withFields({
        at: isTime,
        value: isNumber,
        usual: isNumber,
        samples: isNumber,
        noise: isNumber,
        off: isNumber,
        since: listOf(isTime),
        references: isNumber,
        holder: orNull(isString),
        path: listOf(isNumber),
        minute: isNumber,
      } satisfies Record<keyof PegState, Guard>),
    ),
  } satisfies Record<keyof MarketData, Guard>
}

/** What each part of its cases has to be. @param latest the latest time that any may know, ms */
export function casesGuards(latest: number): Readonly<Record<string, Guard>> {
  const isTime = timeUntil(latest)
  const isRunning: Guard = (value) => isRunningEpisode(value, latest)
  const names = setOf(isString)
  return {
    market: withFields({
      judgedAt: isTime,
      state: orNull(isMarketState),
      episode: orNull(isRunning),
      past: orNull(isRunning),
      anchors: mapOf(isString, mapOf(isString, isPositive)),
      lowSince: orNull(isTime),
    } satisfies Record<keyof MarketCase, Guard>),
    phasesUpdatedAt: isTime,
    officialStatus: orAbsent(
      withFields({
        closed: isBoolean,
        halted: names,
        suspended: mapOf(isString, isNumber),
        young: names,
        changing: names,
      } satisfies Record<keyof OfficialStatus, Guard>),
    ),
  } satisfies Record<keyof Cases, Guard>
}
