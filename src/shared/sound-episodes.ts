import type { Anomaly, Episode, Phase } from '../market/episode.ts'
import { phases } from '../market/episode.ts'
import { tiers } from '../market/tier.ts'

// By hand: every page that shows something reads hundreds of episodes before its first line, and a schema library
// takes ten times as long over them.

type Is = (value: unknown) => boolean

const isText: Is = (value) => typeof value === 'string'
const isFlag: Is = (value) => typeof value === 'boolean'
const isNumber: Is = Number.isFinite
const oneOf =
  (words: readonly unknown[]): Is =>
  (value) =>
    words.includes(value)
const orNull =
  (is: Is): Is =>
  (value) =>
    value === null || is(value)
const orAbsent =
  (is: Is): Is =>
  (value) =>
    value === undefined || is(value)
const listOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is)
const withFields = (fields: Readonly<Record<string, Is>>): Is => {
  const known = Object.entries(fields)
  return (value) => {
    if (typeof value !== 'object' || value === null) return false
    const found = value as Readonly<Record<string, unknown>>
    return known.every(([field, is]) => is(found[field]))
  }
}

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
