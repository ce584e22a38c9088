import type { Episode } from '../../market/episode.ts'
import type { Evidence } from '../../market/evidence.ts'
import { tierRank } from '../../market/tier.ts'
import type { Engine } from '../engine-state.ts'
import { recordOfficialStatus } from '../replay/record-events.ts'
import type { PairState } from '../pair/pair-state.ts'
import { keepEvidence, raiseTier, type Running, snapshot } from './running-episode.ts'
import type { OfficialStatus } from './official-status.ts'

/**
 * Takes what the venue says into its running episodes: those of a halted pair stand still, and a surge of a coin
 * whose deposits or withdrawals are suspended is a Danger, for nobody can level its price. To be called often, as
 * an episode may begin on a coin that was suspended long before.
 *
 * @returns the episodes that changed
 */
export function takeOfficialStatus(engine: Engine, said: OfficialStatus): readonly Episode[] {
  recordOfficialStatus(engine, said)
  engine.officialStatus = said
  const { market, pairs } = engine
  if (market.episode) hold(market.episode, said.closed)
  const changed: Episode[] = []
  for (const { symbol, base, episode } of pairs.values()) {
    if (!episode) continue
    hold(episode, said.closed || said.halted.has(symbol))
    const since = said.closed ? undefined : said.suspended.get(base ?? '')
    if (suspend(episode, since, engine.at)) changed.push(snapshot(episode))
  }
  return changed
}

/** A halt passes no time: what it says of the move would be about the halt. */
function hold(episode: Running, isHalted: boolean): void {
  if (isHalted) episode.pause = 'halted'
  else if (episode.pause === 'halted') episode.pause = 'over'
}

/** Notes since when the coin cannot be moved, or, with undefined, that it can again. Returns whether that is new. */
function suspend(episode: Running, since: number | undefined, at: number): boolean {
  const known = episode.evidence.find(({ sign }) => sign === 'suspended')
  if (since === undefined) {
    if (!known) return false
    episode.evidence = episode.evidence.filter((each) => each !== known)
    return true
  }
  if (!isSurge(episode)) return false
  const evidence: Evidence = { sign: 'suspended', value: since, unit: 'time', windowMs: 0, at }
  if (!known) keepEvidence(episode, [evidence])
  return raiseTier(episode, 'danger', at) || !known
}

/** A rise worth the word: hundreds of small coins are suspended for months, and each of them twitches. */
function isSurge({ direction, phase, tier }: Running): boolean {
  return (
    direction === 1 && phase !== 'settled' && (phase === 'surging' || tierRank(tier) >= tierRank('warning'))
  )
}

/** Whether the venue itself gives a reason why the pair's price jumps: it is annotated rather than shouted. */
export function hasKnownCause(
  { officialStatus }: Pick<Engine, 'officialStatus'>,
  { symbol, base }: PairState,
): boolean {
  return (
    officialStatus !== undefined &&
    (officialStatus.young.has(symbol) || officialStatus.changing.has(base ?? ''))
  )
}
