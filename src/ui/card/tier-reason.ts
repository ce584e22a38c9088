import type { Episode } from '../../market/episode.ts'
import type { OfficialSummary } from '../../shared/official.ts'
import type { TextKey } from '../../shared/texts.ts'
import type { Words } from '../words/words.ts'

/**
 * Why an episode has its tier, and what would raise it, in one line. It names the rule, as `detect/thresholds` tells
 * them, not its figures: those stand in the evidence above it.
 */
export function tierReason({ say }: Words, episode: Episode, official: OfficialSummary | null): string {
  const values = { tier: say(`tier.${episode.tier}`), why: say(whyOf(episode, official)) }
  return episode.tier === 'danger'
    ? say('why.highest', values)
    : say('why.line', { ...values, raise: say(raiseOf(episode)) })
}

const has = ({ kind, also }: Episode, ...kinds: Episode['also']) =>
  kinds.some((each) => kind === each || also.includes(each))

function whyOf(episode: Episode, official: OfficialSummary | null): TextKey {
  const { tier, symbol, confirmed, evidence } = episode
  if (symbol === null) return 'why.market'
  if (has(episode, 'key-abuse')) return 'why.keys'
  if (has(episode, 'stray-print')) return 'why.print'
  if (tier === 'danger' && evidence.some(({ sign }) => sign === 'suspended')) return 'why.suspended'
  // By itself that makes a Warning; whatever makes a Danger is another reason.
  if (tier === 'warning' && evidence.some(({ sign }) => sign === 'price-band')) return 'why.band'
  if (has(episode, 'venue-gap', 'off-peg', 'perp-gap')) return 'why.distance'
  if (has(episode, 'liquidation-burst')) return 'why.liquidations'
  if (tier === 'notice' && official?.recentChange) return 'why.known'
  return confirmed ? 'why.trades' : 'why.ticker'
}

function raiseOf(episode: Episode): TextKey {
  if (episode.symbol === null) return 'raise.market'
  if (has(episode, 'venue-gap', 'off-peg', 'perp-gap')) return 'raise.distance'
  if (has(episode, 'liquidation-burst')) return 'raise.liquidations'
  return episode.confirmed ? 'raise.move' : 'raise.trades'
}
