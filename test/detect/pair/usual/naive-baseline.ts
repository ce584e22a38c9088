import {
  baselineDelayMinutes,
  fastHalfLifeMinutes,
  slowHalfLifeMinutes,
  startVariance,
  varianceCap,
} from '../../../../src/detect/settings.ts'

/** Trading of one observed minute. */
export interface Minute {
  readonly turnover: number
  readonly count: number
  readonly close: number
}

interface NaiveBaseline {
  turnover: number
  slowTurnover: number
  count: number
  variance: number
}

/** Reference implementation of the baseline: a plain loop over every minute; null is a minute without trades. */
export function naiveBaseline(minutes: readonly (Minute | null)[]): NaiveBaseline {
  const baseline: NaiveBaseline = { turnover: 0, slowTurnover: 0, count: 0, variance: startVariance }
  // A minute enters once it and `baselineDelayMinutes` further minutes are over.
  const entering = minutes.slice(0, Math.max(0, minutes.length - 1 - baselineDelayMinutes))
  let last = minutes.find((minute) => minute !== null)?.close ?? 1
  entering.forEach((minute, n) => {
    const square = minute ? Math.log(minute.close / last) ** 2 : 0
    if (minute) last = minute.close
    const weight = (halfLife: number, seen: number) => Math.max(1 - 0.5 ** (1 / halfLife), 1 / (1 + seen))
    baseline.turnover += weight(fastHalfLifeMinutes, n) * ((minute?.turnover ?? 0) - baseline.turnover)
    baseline.slowTurnover +=
      weight(slowHalfLifeMinutes, n) * ((minute?.turnover ?? 0) - baseline.slowTurnover)
    baseline.count += weight(fastHalfLifeMinutes, n) * ((minute?.count ?? 0) - baseline.count)
    // The variance starts from `startVariance`, which counts as one minute.
    const capped = Math.min(square, varianceCap * baseline.variance)
    baseline.variance += weight(fastHalfLifeMinutes, n + 1) * (capped - baseline.variance)
  })
  return baseline
}
