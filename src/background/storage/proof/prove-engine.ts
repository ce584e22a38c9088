import { type Cases, emptyCases } from '../../../detect/cases/cases.ts'
import type { OfficialStatus } from '../../../detect/cases/official-status.ts'
import type { Engine } from '../../../detect/engine-state.ts'
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
import { faultOfPerpetual } from './perpetual-fault.ts'
import type { Proven } from './proven.ts'
import { soundPairs } from './sound-pairs.ts'
import { tablesFault } from '../../../detect/pair/tables/sound-tables.ts'
import { tryEngine } from './try-engine.ts'

/** How far (ms) anything may know more than the engine's clock: trades are ahead of polled tickers. */
const slackMs = 3_600_000
const dayMs = 86_400_000

const mapOf =
  (isKey: Guard, isValue: Guard): Guard =>
  (value) =>
    value instanceof Map && [...value].every(([key, each]) => isKey(key) && isValue(each))
const setOf =
  (is: Guard): Guard =>
  (value) =>
    value instanceof Set && [...value].every(is)

/**
 * What of a restored engine is sound. A damaged pair is left out, and is new when it is next seen; a damaged market
 * case begins anew; damaged market data leave nothing to go on from. Times are held against the engine's own clock:
 * the trader's may be wrong, and what the whole engine is ahead of the venue its first frames show.
 *
 * @param venue whose engine it is
 * @param now wall clock, ms
 */
export function proveEngine(restored: Engine, venue: string, now: number): Proven<Engine> {
  try {
    return proven(restored, venue, now)
  } catch (error) {
    return { value: null, faults: [String(error)] }
  }
}

function proven(engine: Engine, venue: string, now: number): Proven<Engine> {
  const { data, scoring, cases } = engine
  const fault = dataFault(data, venue)
  if (fault !== null) return { value: null, faults: [fault] }
  const latest = (data.at || now + dayMs) + slackMs
  const { pairs, faults } = soundPairs(data, latest)
  const newest = Math.max(0, ...[...pairs.values()].map(({ at }) => at))
  if (data.at > newest + slackMs) return { value: null, faults: ['data.at'] }
  const casesFault = firstFault(casesGuards(latest), cases)
  const perpetualFault = engine.perpetual === null ? null : faultOfPerpetual(engine.perpetual, latest)
  const sound: Engine = {
    ...engine,
    data: { ...data, pairs },
    scoring: isScoring(scoring) ? scoring : { ...scoring, shift: 0, fullHour: true },
    cases: casesFault === null ? cases : emptyCases(),
    // Without it the venue's list of contracts begins it anew.
    perpetual: perpetualFault === null ? engine.perpetual : null,
  }
  tryEngine(sound)
  return {
    value: sound,
    faults: [
      ...faults,
      ...(casesFault === null ? [] : [`cases.${casesFault}`]),
      ...(perpetualFault === null ? [] : [`perpetual.${perpetualFault}`]),
    ],
  }
}

/** More than any sensitivity: with a shift like that nothing would ever be told, or everything. */
const maxShift = 20
const isShift: Guard = (value) => isNumber(value) && Math.abs(value as number) <= maxShift
const isScoring = withFields({ shift: isShift, fullHour: isBoolean })

function dataFault(data: MarketData, venue: string): string | null {
  const guards = dataGuards(venue, data.at)
  const fault = firstFault(guards, data) ?? tablesFault(data.tables)
  return fault === null ? null : `data.${fault}`
}

function firstFault(guards: Readonly<Record<string, Guard>>, value: object): string | null {
  const found = Object.entries(guards).find(([field, is]) => !is((value as Record<string, unknown>)[field]))
  return found ? found[0] : null
}

function dataGuards(venue: string, at: number): Readonly<Record<string, Guard>> {
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

function casesGuards(latest: number): Readonly<Record<string, Guard>> {
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
