import type { Anomaly, Episode, Phase } from '../../market/episode.ts'
import { phases } from '../../market/episode.ts'
import { tiers } from '../../market/tier.ts'
import { type Is, isFlag, isNumber, isText, listOf, oneOf, orAbsent, orNull, withFields } from './guards.ts'

const kinds: readonly Anomaly[] = ['pump', 'dump', 'stray-print', 'venue-gap', 'market-wide', 'key-abuse']

const isEpisode = withFields({
  id: isText,
  venue: isText,
  symbol: orNull(isText),
  base: orNull(isText),
  quote: orNull(isText),
  kind: oneOf(kinds),
  also: listOf(oneOf(kinds)),
  tier: oneOf(tiers),
  phase: oneOf(phases satisfies readonly Phase[]),
  startedAt: isNumber,
  changedAt: isNumber,
  updatedAt: isNumber,
  startPrice: isNumber,
  peakPrice: isNumber,
  peakAt: isNumber,
  lastPrice: isNumber,
  probability: isNumber,
  confirmed: isFlag,
  evidence: listOf(
    withFields({ sign: isText, value: isNumber, unit: isText, windowMs: isNumber, at: isNumber }),
  ),
  line: withFields({ values: listOf(isNumber), stepMs: isNumber, start: isNumber }),
  strayPrint: orNull(withFields({ price: isNumber, reference: isNumber, at: isNumber, times: isNumber })),
  turnoverUsd: orAbsent(isNumber),
  kin: orAbsent(listOf(isText)),
} satisfies Record<keyof Episode, Is>)

/** Guard of the stored episodes: whatever a page would stumble over. */
export const isEpisodes = listOf(isEpisode) as (value: unknown) => value is readonly Episode[]
