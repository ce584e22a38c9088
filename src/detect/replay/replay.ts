import type { Episode } from '../../market/episode.ts'
import { applyMeasurement, type Deciding } from '../cases/apply-measurement.ts'
import type { Cases } from '../cases/cases.ts'
import { markKeyAbuse } from '../cases/mark-key-abuse.ts'
import { applyOfficialStatus } from '../cases/official-effects.ts'
import { takeChangedEpisodes } from '../cases/open-episodes.ts'
import { closeForNewLevel } from '../cases/settle-episode.ts'
import { takeStrayPrint } from '../cases/take-stray-print.ts'
import { updatePhases } from '../cases/update-phases.ts'
import { ensurePair } from '../pair/ensure-pair.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import type { RecordedEvent, RecordedPair } from './recorded-event.ts'

/**
 * Makes episodes of the events recorded of one frame, at the sensitivity of `engine`: the same as an engine of
 * that sensitivity made of the frame itself, but for evidence and price lines, which are not recorded.
 *
 * @param engine holds the episodes and nothing else; begun as `createEngine(venue, shift)`
 * @returns the episodes that began or changed, in the order in which `takeTicks` returns them
 */
export function replay(
  engine: Deciding & { readonly cases: Cases },
  events: readonly RecordedEvent[],
): readonly Episode[] {
  const { data } = engine
  const changed = new Set<PairState>()
  const first: Episode[] = []
  const last: Episode[] = []
  for (const event of events) {
    switch (event.kind) {
      case 'measurement': {
        const pair = restorePair(data, event.pair)
        if (applyMeasurement(engine, pair, event.measurement) || pair.closing) changed.add(pair)
        break
      }
      case 'stray-print': {
        const pair = restorePair(data, event.pair)
        if (takeStrayPrint(data, pair, event.print, event.at)) changed.add(pair)
        break
      }
      case 'price-level': {
        const pair = ensurePair(data, event.symbol)
        closeForNewLevel(pair, event.at)
        if (pair.closing) changed.add(pair)
        break
      }
      case 'market-wide':
        first.push(event.episode)
        break
      case 'coins-sold': {
        const drawn = event.drawn.map((symbol) => ensurePair(data, symbol))
        first.push(...markKeyAbuse(drawn, event.sold, event.at))
        break
      }
      case 'official-status':
        data.at = event.at
        first.push(...applyOfficialStatus(data, engine.cases, event.status))
        break
      case 'phases':
        last.push(...takeChangedEpisodes(changed), ...updatePhases(data, event.at))
        changed.clear()
    }
  }
  return [...first, ...takeChangedEpisodes(changed), ...last]
}

/** The pair of an event, as it was then. */
function restorePair(data: MarketData, { symbol, base, quote, openedAt, worth }: RecordedPair): PairState {
  const pair = ensurePair(data, symbol)
  Object.assign(pair, { base, quote, openedAt })
  const { turnover } = pair.tables.baseline
  turnover.n[pair.row] = worth ? 1 : 0
  turnover.value[pair.row] = worth?.usual ?? 0
  if (worth && quote !== null) data.usd[quote] = worth.usd
  return pair
}
