import type { MarketRow } from '../../src/exchanges/perpetual/read-market.ts'
import { wrongFundingTime } from './contract-terms.ts'
import { lostFields } from './fields.ts'
import type { Failure, Probe } from './probe.ts'
import { wrongMultiples } from './multiples.ts'
import { referencesOf } from './references.ts'
import { wrongSize } from './units.ts'

/**
 * What a probe says: `ok`; a failure to ask; `changed`: the wire has another shape than documented; `unit`: its numbers
 * have another size; `clock`: its times are not now.
 */
export type Verdict = 'ok' | Failure['verdict'] | 'changed' | 'unit' | 'clock'

/** One line of the report. */
export interface CheckRow {
  readonly venue: string
  readonly call: string
  readonly url: string
  readonly rows: number
  /** Share of the rows that the adapter could not take. */
  readonly dropped: number
  /** Age of the newest row, s; null where rows have no times. */
  readonly ageS: number | null
  /** How far the venue's clock is before ours, s; null where it does not tell. */
  readonly skewS: number | null
  readonly verdict: Verdict
  /** What was found, in words; empty where all is well. */
  readonly what: string
  /** Whether documentation promises the source. */
  readonly documented: boolean
}

/** Some venues list a few pairs that never traded. More than this share is a change. */
const maxDroppedShare = 0.2
/** Clocks differ by seconds; a time in another unit or zone by hours. */
const maxSkewMs = 60_000
/** The newest ticker or trade of a busy pair is not older than this, ms. */
const maxAgeMs = 15 * 60_000

/**
 * Judges what the venues answered.
 *
 * @param probes of all venues: they are compared with each other too
 * @param sound the same probes of venues whose wire is as documented
 */
export function judgeAll(probes: readonly Probe[], sound: readonly Probe[]): readonly CheckRow[] {
  const references = referencesOf(probes, sound)
  const sizes = probes.map((probe) => wrongSize(probe, references.get(probe.venue)))
  const multiples = wrongMultiples(probes.filter((_, i) => sizes[i] === null))
  return probes.map((probe, i) => {
    const ofCall = sound.filter(({ venue, call }) => venue === probe.venue && call === probe.call)
    const there = ofCall.filter(({ url }) => isSamePlace(probe, url))
    // A path may name the pair, and the busiest one may be another now.
    const expected = there.length > 0 ? there : ofCall
    const [verdict, what] = judge(
      probe,
      expected.length === 1 ? expected[0]!.rows : expected.flatMap(({ rows }) => rows),
      sizes[i] ?? multiples.get(probe) ?? null,
    )
    const all = probe.rows.length + probe.dropped
    const newest = newestOf(probe.rows)
    return {
      venue: probe.venue,
      call: probe.call,
      url: probe.url,
      rows: probe.rows.length,
      dropped: all === 0 ? 0 : round(probe.dropped / all),
      ageS: newest === null ? null : round((probe.at - newest) / 1000),
      skewS: probe.skewMs === null ? null : round(probe.skewMs / 1000),
      verdict,
      what: what.slice(0, 200),
      documented: probe.isDocumented,
    }
  })
}

function judge(probe: Probe, sound: readonly MarketRow[], size: string | null): readonly [Verdict, string] {
  const { rows, dropped, example, failure, skewMs, at } = probe
  if (failure) return [failure.verdict, failure.what]
  if (dropped > 0 && dropped > maxDroppedShare * (rows.length + dropped))
    return ['changed', example ?? 'rows that cannot be read']
  if (rows.length === 0 && sound.length > 0) return ['changed', 'no rows']
  const lost = lostFields(rows, sound)
  if (lost.length > 0) return ['changed', `without ${lost.join(', ')}`]
  if (size !== null) return ['unit', size]
  if (skewMs !== null && Math.abs(skewMs) > maxSkewMs)
    return ['clock', `the venue’s clock differs by ${Math.round(skewMs / 1000)} s`]
  const newest = newestOf(rows)
  const age = newest === null ? 0 : at - newest
  if (age > maxAgeMs || age < -maxSkewMs)
    return ['clock', `the newest row is ${Math.round(age / 1000)} s old`]
  const funding = wrongFundingTime(probe)
  return funding === null ? ['ok', ''] : ['clock', funding]
}

/** Time of the newest ticker, trade or candle; null where there is none. */
function newestOf(rows: readonly MarketRow[]): number | null {
  let newest: number | null = null
  for (const row of rows)
    if (row.type === 'tick' || row.type === 'trade' || row.type === 'candle')
      newest = Math.max(newest ?? -Infinity, row.at)
  return newest
}

/** What is polled of contracts may be the same but for its quote, of which the other exchange may have none. */
const isSamePlace = ({ call, url }: Probe, other: string) =>
  call.startsWith('contracts') ? url === other : placeOf(url) === placeOf(other)

/** The address without its query: two official sources may be of one kind. */
const placeOf = (url: string) => url.split('?')[0]

const round = (value: number) => Math.round(value * 1000) / 1000
