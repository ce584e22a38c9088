import { emptyCases } from '../../../detect/cases/cases.ts'
import type { Engine } from '../../../detect/engine-state.ts'
import type { MarketData } from '../../../detect/pair/market-data.ts'
import { type Guard, isBoolean, isNumber, withFields } from '../../../shared/storage/guards.ts'
import { casesGuards, dataGuards } from './engine-guards.ts'
import { faultOfPerpetual } from './perpetual-fault.ts'
import type { Proven } from './proven.ts'
import { soundPairs } from './sound-pairs.ts'
import { tablesFault } from '../../../detect/pair/tables/sound-tables.ts'
import { tryEngine } from './try-engine.ts'

/** How far (ms) anything may know more than the engine's clock: trades are ahead of polled tickers. */
const slackMs = 3_600_000
const dayMs = 86_400_000

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
