import { anomalies, type Episode, phases } from '../../market/episode.ts'
import { tiers } from '../../market/tier.ts'
import {
  type Guard,
  isBoolean,
  isNumber,
  isString,
  listOf,
  oneOf,
  orAbsent,
  orNull,
  withFields,
} from './guards.ts'

const hasFields = withFields({
  id: isString,
  venue: isString,
  symbol: orNull(isString),
  base: orNull(isString),
  quote: orNull(isString),
  kind: oneOf(anomalies),
  also: listOf(oneOf(anomalies)),
  tier: oneOf(tiers),
  phase: oneOf(phases),
  startedAt: isNumber,
  changedAt: isNumber,
  updatedAt: isNumber,
  startPrice: isNumber,
  peakPrice: isNumber,
  peakAt: isNumber,
  lastPrice: isNumber,
  probability: isNumber,
  confirmed: isBoolean,
  evidence: listOf(
    withFields({ sign: isString, value: isNumber, unit: isString, windowMs: isNumber, at: isNumber }),
  ),
  line: withFields({ values: listOf(isNumber), stepMs: isNumber, start: isNumber }),
  strayPrint: orNull(withFields({ price: isNumber, reference: isNumber, at: isNumber, times: isNumber })),
  turnoverUsd: orAbsent(isNumber),
  kin: orAbsent(listOf(isString)),
} satisfies Record<keyof Episode, Guard>)

/** Type guard of one stored episode: checks what a page would fail on. Unknown signs and units are accepted. */
export const isEpisode = hasFields as (value: unknown) => value is Episode
