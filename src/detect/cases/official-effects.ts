import type { Episode } from '../../market/episode.ts'
import type { Evidence } from '../../market/evidence.ts'
import { tierRank } from '../../market/tier.ts'
import { keepEvidence, raiseTier, type RunningEpisode, snapshot } from '../episode/running-episode.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import type { Cases } from './cases.ts'
import type { OfficialStatus } from './official-status.ts'

/**
 * Applies the venue's own statements to its running episodes: those of a halted pair stand still, and a surge
 * of a coin whose deposits or withdrawals are suspended is a Danger, for nobody can level its price. To be
 * called often, as an episode may begin on a coin that was suspended long before.
 *
 * @returns the episodes that changed
 */
export function applyOfficialStatus(
  { pairs, at }: Pick<MarketData, 'pairs' | 'at'>,
  cases: Cases,
  status: OfficialStatus,
): readonly Episode[] {
  cases.officialStatus = status
  const { market } = cases
  if (market.episode) holdDuringHalt(market.episode, status.closed)
  const changed: Episode[] = []
  for (const { symbol, base, episode } of pairs.values()) {
    if (!episode) continue
    holdDuringHalt(episode, status.closed || status.halted.has(symbol))
    const since = status.closed ? undefined : status.suspended.get(base ?? '')
    if (applySuspension(episode, since, at)) changed.push(snapshot(episode))
  }
  return changed
}

/** The clock of a halted pair stands still: its quiet minutes say something of the halt, not of the move. */
function holdDuringHalt(episode: RunningEpisode, isHalted: boolean): void {
  if (isHalted) episode.pause = 'halted'
  else if (episode.pause === 'halted') episode.pause = 'over'
}

/** Adds since when the coin cannot be moved; with undefined, removes it. Returns whether that is new. */
function applySuspension(episode: RunningEpisode, since: number | undefined, at: number): boolean {
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

/**
 * More than a small move: hundreds of small coins are suspended for months, and each of
 * them moves a little now and then.
 */
function isSurge({ direction, phase, tier }: RunningEpisode): boolean {
  return (
    direction === 1 && phase !== 'settled' && (phase === 'surging' || tierRank(tier) >= tierRank('warning'))
  )
}

/** Whether the venue itself gives a reason why the pair's price jumps: such a move is annotated, not shouted. */
export function hasKnownCause(
  { officialStatus }: Pick<Cases, 'officialStatus'>,
  { symbol, base }: PairState,
): boolean {
  return (
    officialStatus !== undefined &&
    (officialStatus.young.has(symbol) || officialStatus.changing.has(base?.toUpperCase() ?? ''))
  )
}
