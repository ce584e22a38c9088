import type { Anomaly, Episode, PriceLine } from '../../market/episode.ts'
import type { Evidence } from '../../market/evidence.ts'
import type { Course } from '../../shared/course.ts'
import type { KnownPrice } from './known-prices.ts'

/**
 * An episode as it was known at a moment, from its course: null where it was not flagged yet, or is not recorded.
 * Each field is named here, so that none comes along from later.
 *
 * @param prices what was known of the price until then
 * @param at market time, ms
 */
export function episodeAt(
  episode: Episode,
  course: Course,
  prices: readonly KnownPrice[],
  at: number,
): Episode | null {
  const step = course.steps.findLast((each) => each.at <= at)
  if (!step) return null
  if (at >= episode.updatedAt) return episode
  const { id, venue, symbol, base, quote, startedAt, startPrice, strayPrint } = episode
  const [kind = episode.kind, ...also] = step.kinds
  const since = prices.filter(({ from }) => from >= startedAt)
  return {
    id,
    venue,
    symbol,
    base,
    quote,
    kind,
    also,
    tier: step.tier,
    phase: step.phase,
    startedAt,
    changedAt: step.at,
    updatedAt: at,
    startPrice,
    ...extremeAt(episode, [kind, ...also], since, at),
    lastPrice: since.at(-1)?.last ?? startPrice,
    // Neither is recorded. Of the two texts about the cause, the one for confirmed episodes claims less.
    probability: 0,
    confirmed: true,
    evidence: evidenceAt(episode.evidence, course, at),
    line: lineUntil(episode, at),
    // How many there were until then is not recorded: this one.
    strayPrint: strayPrint && strayPrint.at <= at ? { ...strayPrint, times: 1 } : null,
  }
}

type Extreme = Pick<Episode, 'peakPrice' | 'peakAt'>

/**
 * The highest price until then, of a fall the lowest; where the kinds do not say which, the farther from the
 * start.
 */
function extremeAt(
  { peakAt, peakPrice, startedAt, startPrice }: Episode,
  kinds: readonly Anomaly[],
  since: readonly KnownPrice[],
  at: number,
): Extreme {
  if (peakAt <= at) return { peakAt, peakPrice }
  let [high, low]: [Extreme, Extreme] = [
    { peakAt: startedAt, peakPrice: startPrice },
    { peakAt: startedAt, peakPrice: startPrice },
  ]
  for (const price of since) {
    if (price.high > high.peakPrice) high = { peakAt: price.from, peakPrice: price.high }
    if (price.low < low.peakPrice) low = { peakAt: price.from, peakPrice: price.low }
  }
  if (kinds.includes('pump')) return high
  if (kinds.includes('dump')) return low
  return high.peakPrice / startPrice >= startPrice / low.peakPrice ? high : low
}

/**
 * The evidence until then: what was not measured again is as it stood, of all else the last recorded figure.
 * What was usual and with how many it was compared is not recorded over time.
 */
function evidenceAt(evidence: readonly Evidence[], { samples }: Course, at: number): readonly Evidence[] {
  return evidence.flatMap((each) => {
    if (each.at <= at) return [each]
    const { sign, unit, windowMs } = each
    const sample = samples.findLast(({ at: then, values }) => then <= at && values[sign] !== undefined)
    const value = sample?.values[sign]
    return sample && value !== undefined ? [{ sign, unit, windowMs, value, at: sample.at }] : []
  })
}

/**
 * The line up to its last value until then, which a line has at `updatedAt`: less than a step late, never early.
 */
function lineUntil({ line, updatedAt }: Episode, at: number): PriceLine {
  const { values, stepMs, start } = line
  const later = Math.ceil((updatedAt - at) / stepMs)
  return { values: values.slice(0, Math.max(0, values.length - later)), stepMs, start }
}
