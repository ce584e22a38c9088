import {
  baselineDelayMinutes,
  fastHalfLifeMinutes,
  slowHalfLifeMinutes,
  startVariance,
  varianceCap,
} from '../../../src/detect/settings.ts'

/** What a pair did in one observed minute; `close` is null for a minute without any. */
export interface Minute {
  readonly turnover: number
  readonly count: number
  readonly close: number
}

interface Norm {
  turnover: number
  slowTurnover: number
  count: number
  variance: number
}

/** The baseline as it reads in the study: one value for every minute, silent or not, in a plain loop. */
export function naiveBaseline(minutes: readonly (Minute | null)[]): Norm {
  const norm: Norm = { turnover: 0, slowTurnover: 0, count: 0, variance: startVariance }
  // A minute enters once it is over and `baselineDelay` others after it are.
  const entering = minutes.slice(0, Math.max(0, minutes.length - 1 - baselineDelayMinutes))
  let last = minutes.find((minute) => minute !== null)?.close ?? 1
  entering.forEach((minute, n) => {
    const square = minute ? Math.log(minute.close / last) ** 2 : 0
    if (minute) last = minute.close
    const weigh = (halfLife: number, seen: number) => Math.max(1 - 0.5 ** (1 / halfLife), 1 / (1 + seen))
    norm.turnover += weigh(fastHalfLifeMinutes, n) * ((minute?.turnover ?? 0) - norm.turnover)
    norm.slowTurnover += weigh(slowHalfLifeMinutes, n) * ((minute?.turnover ?? 0) - norm.slowTurnover)
    norm.count += weigh(fastHalfLifeMinutes, n) * ((minute?.count ?? 0) - norm.count)
    // The variance begins with a value of its own, which counts as one minute.
    const capped = Math.min(square, varianceCap * norm.variance)
    norm.variance += weigh(fastHalfLifeMinutes, n + 1) * (capped - norm.variance)
  })
  return norm
}
