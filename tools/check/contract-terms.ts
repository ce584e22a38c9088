import { figure } from './figure.ts'
import { ofType } from './main-pair.ts'
import { median } from './median.ts'
import type { Probe } from './probe.ts'

/**
 * Funding of the middle one of several contracts, a fraction per hour: forty times what it is when longs and shorts are
 * even, and beyond what it was in the worst hours. A percentage taken for a fraction is a hundred times.
 */
const maxHourlyFunding = 0.0005
/** Of one contract alone, which may be squeezed. */
const maxLoneFunding = 0.005
/** Most that funding of the middle contract may come to at its limit, a fraction per interval. */
const maxCap = 0.1
const usualIntervalH = 8
const hourMs = 3_600_000
const minContracts = 3
/** The coming funding is at most so far ahead. */
const maxIntervalMs = 24 * hourMs
/** Clocks differ, and a funding that has just been may still be told, ms. */
const toleranceMs = 5 * 60_000

/** What is wrong with the size of what a message tells of contracts besides prices and amounts; null: nothing. */
export function wrongTerms({ rows }: Pick<Probe, 'rows'>): string | null {
  const terms = ofType(rows, 'derivative')
  const rates = terms.flatMap(({ fundingRate, intervalH = usualIntervalH }) =>
    fundingRate === undefined ? [] : [Math.abs(fundingRate) / intervalH],
  )
  const rate = median(rates)
  if (rate !== null && rate > (rates.length < minContracts ? maxLoneFunding : maxHourlyFunding))
    return `funding is ${figure(rate * 100)} % an hour`
  const cap = median(terms.flatMap((each) => each.cap ?? []))
  return cap !== null && cap > maxCap ? `funding may come to ${figure(cap * 100)} %` : null
}

/**
 * What is wrong with the times of coming fundings; null: nothing.
 *
 * @param at when the message was received, ms UTC
 */
export function wrongFundingTime({ rows, at }: Pick<Probe, 'rows' | 'at'>): string | null {
  const ahead = median(
    ofType(rows, 'derivative').flatMap(({ nextFundingAt }) =>
      nextFundingAt === undefined ? [] : [nextFundingAt - at],
    ),
  )
  return ahead !== null && (ahead < -toleranceMs || ahead > maxIntervalMs + toleranceMs)
    ? `the next funding is in ${Math.round(ahead / 1000)} s`
    : null
}
