import type { Episode } from '../../market/episode.ts'
import type { Engine } from '../engine-state.ts'
import { markBought } from '../rules/key-abuse.ts'
import { leaveLevel } from '../pair/price-level.ts'
import { turnPhases } from '../market/judge-market.ts'
import { takeSaid } from '../episode/official-effects.ts'
import { episodesOf } from '../episode/open-episodes.ts'
import { pairOf } from '../pair/find-pair.ts'
import type { PairState } from '../pair/pair-state.ts'
import type { Step, StepPair } from './recorded-event.ts'
import { strayPrint } from '../episode/take-stray-print.ts'
import { turnCard } from '../episode/apply-measurement.ts'

/**
 * Makes cards of what was noted of one frame (note.ts), at the sensitivity of `engine`: the same as an engine of
 * that sensitivity made of the frame itself, but for evidence and price lines, which notes leave out.
 *
 * @param engine holds the cards and nothing else; begun as `createEngine(venue, shift)`
 * @returns the episodes that began or changed, in the order in which `takeTicks` tells them
 */
export function retell(engine: Engine, steps: readonly Step[]): readonly Episode[] {
  const changed = new Set<PairState>()
  const first: Episode[] = []
  const last: Episode[] = []
  for (const step of steps) {
    switch (step.kind) {
      case 'look': {
        const pair = meet(engine, step.pair)
        if (turnCard(engine, pair, step.look) || pair.ended) changed.add(pair)
        break
      }
      case 'stray': {
        const pair = meet(engine, step.pair)
        if (strayPrint(engine, pair, step.print, step.at)) changed.add(pair)
        break
      }
      case 'level': {
        const pair = pairOf(engine, step.symbol)
        leaveLevel(pair, step.at)
        if (pair.ended) changed.add(pair)
        break
      }
      case 'market':
        first.push(step.episode)
        break
      case 'sold':
        first.push(
          ...markBought(
            step.drawn.map((symbol) => pairOf(engine, symbol)),
            step.sold,
            step.at,
          ),
        )
        break
      case 'said':
        engine.at = step.at
        first.push(...takeSaid(engine, step.said))
        break
      case 'phases':
        last.push(...episodesOf(changed), ...turnPhases(engine, step.at))
        changed.clear()
    }
  }
  return [...first, ...episodesOf(changed), ...last]
}

/** The pair of a step, as it stood then. */
function meet(engine: Engine, { symbol, base, quote, openedAt, worth }: StepPair): PairState {
  const pair = pairOf(engine, symbol)
  Object.assign(pair, { base, quote, openedAt })
  const { turnover } = pair.tables.baseline
  turnover.n[pair.row] = worth ? 1 : 0
  turnover.value[pair.row] = worth?.usual ?? 0
  if (worth && quote !== null) engine.usd[quote] = worth.usd
  return pair
}
