import type { Episode } from '../../market/episode.ts'
import type { Engine } from '../engine-state.ts'
import { markBought } from '../rules/key-abuse.ts'
import { leaveLevel } from '../pair/price-level.ts'
import { updatePhases } from '../market/judge-market.ts'
import { takeOfficialStatus } from '../episode/official-effects.ts'
import { episodesOf } from '../episode/open-episodes.ts'
import { ensurePair } from '../pair/ensure-pair.ts'
import type { PairState } from '../pair/pair-state.ts'
import type { RecordedEvent, RecordedPair } from './recorded-event.ts'
import { takeStrayPrint } from '../episode/take-stray-print.ts'
import { applyMeasurement } from '../episode/apply-measurement.ts'

/**
 * Makes cards of what was noted of one frame (note.ts), at the sensitivity of `engine`: the same as an engine of
 * that sensitivity made of the frame itself, but for evidence and price lines, which notes leave out.
 *
 * @param engine holds the cards and nothing else; begun as `createEngine(venue, shift)`
 * @returns the episodes that began or changed, in the order in which `takeTicks` tells them
 */
export function replay(engine: Engine, steps: readonly RecordedEvent[]): readonly Episode[] {
  const changed = new Set<PairState>()
  const first: Episode[] = []
  const last: Episode[] = []
  for (const step of steps) {
    switch (step.kind) {
      case 'measurement': {
        const pair = meet(engine, step.pair)
        if (applyMeasurement(engine, pair, step.measurement) || pair.ended) changed.add(pair)
        break
      }
      case 'stray-print': {
        const pair = meet(engine, step.pair)
        if (takeStrayPrint(engine, pair, step.print, step.at)) changed.add(pair)
        break
      }
      case 'price-level': {
        const pair = ensurePair(engine, step.symbol)
        leaveLevel(pair, step.at)
        if (pair.ended) changed.add(pair)
        break
      }
      case 'market-wide':
        first.push(step.episode)
        break
      case 'coins-sold':
        first.push(
          ...markBought(
            step.drawn.map((symbol) => ensurePair(engine, symbol)),
            step.sold,
            step.at,
          ),
        )
        break
      case 'official-status':
        engine.at = step.at
        first.push(...takeOfficialStatus(engine, step.status))
        break
      case 'phases':
        last.push(...episodesOf(changed), ...updatePhases(engine, step.at))
        changed.clear()
    }
  }
  return [...first, ...episodesOf(changed), ...last]
}

/** The pair of a step, as it stood then. */
function meet(engine: Engine, { symbol, base, quote, openedAt, worth }: RecordedPair): PairState {
  const pair = ensurePair(engine, symbol)
  Object.assign(pair, { base, quote, openedAt })
  const { turnover } = pair.tables.baseline
  turnover.n[pair.row] = worth ? 1 : 0
  turnover.value[pair.row] = worth?.usual ?? 0
  if (worth && quote !== null) engine.usd[quote] = worth.usd
  return pair
}
