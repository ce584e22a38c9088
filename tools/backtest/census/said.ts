import type { Anomaly } from '../../../src/market/episode.ts'
import { type Tier, tierRank } from '../../../src/market/tier.ts'
import type { Alert } from '../alert.ts'
import type { TimeSpan } from '../judge/announcement.ts'
import type { Direction } from './large-move.ts'

/** What was said of a move. */
export interface Said {
  /** The highest tier; null where nothing was said. */
  readonly tier: Tier | null
  /** The first alert of that tier after the move's completion, ms: negative before it. */
  readonly delayMs: number | null
}

const kinds: Readonly<Record<Direction, readonly Anomaly[]>> = {
  rise: ['pump', 'key-abuse', 'stray-print'],
  fall: ['dump', 'stray-print'],
}

/** Whether an alert speaks of a move in this direction: of a fall, also that of a rise told before. */
function speaksOf({ kind, phase }: Pick<Alert, 'kind' | 'phase'>, direction: Direction): boolean {
  return kinds[direction].includes(kind) || (direction === 'fall' && kind === 'pump' && phase === 'falling')
}

/**
 * What was said of a move.
 *
 * @param alerts of its pair
 * @param span when an alert counts, ms UTC
 * @param at when the move was complete, ms UTC
 */
export function saidOf(alerts: readonly Alert[], direction: Direction, span: TimeSpan, at: number): Said {
  const heard = alerts.filter(
    (alert) => alert.at >= span.from && alert.at <= span.to && speaksOf(alert, direction),
  )
  const highest = heard.reduce<Alert | null>(
    (best, alert) => (best === null || tierRank(alert.tier) > tierRank(best.tier) ? alert : best),
    null,
  )
  return highest === null ? { tier: null, delayMs: null } : { tier: highest.tier, delayMs: highest.at - at }
}
