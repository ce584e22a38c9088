import { anomalies, type Episode, phases } from '../../market/episode.ts'
import { tiers } from '../../market/tier.ts'
import {
  type Guard,
  isBoolean,
  isNumber,
  isPositive,
  isString,
  listOf,
  oneOf,
  orAbsent,
  orNull,
  withFields,
} from './guards.ts'

const isPoints = listOf(isNumber)
const isLine: Guard = (value) => isPoints(value) && (value as unknown[]).length > 0

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
  startPrice: isPositive,
  peakPrice: isPositive,
  peakAt: isNumber,
  lastPrice: isPositive,
  probability: isNumber,
  confirmed: isBoolean,
  evidence: listOf(
    withFields({ sign: isString, value: isNumber, unit: isString, windowMs: isNumber, at: isNumber }),
  ),
  // A line without points, or of steps without length, could not be continued.
  line: withFields({ values: isLine, stepMs: isPositive, start: isNumber }),
  strayPrint: orNull(withFields({ price: isNumber, reference: isNumber, at: isNumber, times: isNumber })),
  turnoverUsd: orAbsent(isNumber),
  kin: orAbsent(listOf(isString)),
} satisfies Record<keyof Episode, Guard>)

/** Type guard of one stored episode: checks what a page would fail on. Unknown signs and units are accepted. */
export const isEpisode = hasFields as (value: unknown) => value is Episode
