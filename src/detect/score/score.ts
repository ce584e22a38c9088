import type { Evidence } from '../../market/evidence.ts'
import { type Tier, tiers } from '../../market/tier.ts'
import type { Scoring } from './scoring.ts'
import { feedOf } from '../pair/feed.ts'
import type { Score } from './measurement.ts'
import type { Moment } from '../signs/moment.ts'
import { beganOnTheHour } from '../signs/full-hour.ts'
import { features, signs } from '../signs/registry.ts'
import type { Feature } from '../signs/sign.ts'
import { sumTrees } from './trees.ts'
import { fullHour } from '../thresholds.ts'

const highestFirst = tiers.toReversed()
/** Cache of the features of each list of names. */
const featuresByNames = new WeakMap<readonly string[], readonly Feature[]>()

/** Scores a moment with the model of its feed. @param spacingMs typical time between frames; 0 while unknown */
export function scoreOf(
  scoring: Pick<Scoring, 'model' | 'fullHour'>,
  spacingMs: number,
  moment: Moment,
): Score {
  const feed = feedOf(moment.pair, spacingMs)
  const model = scoring.model.feeds[feed]
  const lift = scoring.fullHour && beganOnTheHour(moment) ? fullHour.lift : 0
  const logit = sumTrees(model, featureRow(model.features, moment)) + lift
  return { logit, feed, confirmed: moment.tape60.count > 0 }
}

/** The highest tier whose threshold a score passes at the engine's sensitivity, before persistence. */
export function tierOf(
  { model, shift }: Pick<Scoring, 'model' | 'shift'>,
  { logit, feed }: Pick<Score, 'logit' | 'feed'>,
): Tier | null {
  const { thresholds } = model.feeds[feed]
  return highestFirst.find((tier) => logit >= (thresholds[tier] ?? Infinity) + shift) ?? null
}

/** The named features of a moment. @throws Error if no sign has such a feature: the model is of another version */
export function featureRow(names: readonly string[], moment: Moment): Float32Array {
  let columns = featuresByNames.get(names)
  if (!columns) featuresByNames.set(names, (columns = names.map(featureNamed)))
  const row = new Float32Array(columns.length)
  for (let index = 0; index < columns.length; index++) row[index] = columns[index]!.of(moment)
  return row
}

function featureNamed(name: string): Feature {
  const feature = features.find((known) => known.name === name)
  if (!feature) throw new Error(`the model names a feature that no sign has: ${name}`)
  return feature
}

/** Log odds as a probability. Fitted on announced pumps, so it ranks moments rather than predicts frequencies. */
export function probabilityOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** The evidence of a moment: one entry per sign that is strong enough. */
export function evidenceOf({ fullHour }: Pick<Scoring, 'fullHour'>, moment: Moment): Evidence[] {
  const found: Evidence[] = []
  for (const sign of signs) {
    const evidence = sign.name === 'full-hour' && !fullHour ? null : sign.evidence(moment)
    if (evidence) found.push(evidence)
  }
  return found
}
