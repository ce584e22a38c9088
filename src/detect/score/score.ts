import type { Evidence } from '../../market/evidence.ts'
import { type Tier, tiers } from '../../market/tier.ts'
import type { Engine } from '../engine-state.ts'
import { feedOf } from '../pair/feed.ts'
import type { Score } from './measurement.ts'
import type { Moment } from './moment.ts'
import { fullHour } from '../settings.ts'
import { beganOnTheHour } from '../signs/full-hour.ts'
import { features, signs } from '../signs/registry.ts'
import type { Feature } from '../signs/sign.ts'
import { sumTrees } from './trees.ts'

const loudestFirst = tiers.toReversed()
/** The features of each list of names that was asked: looked up once. */
const askedBy = new WeakMap<readonly string[], readonly Feature[]>()

/** Scores a moment with the model that its feed can serve. */
export function scoreOf(engine: Pick<Engine, 'model' | 'spacing' | 'fullHour'>, moment: Moment): Score {
  const feed = feedOf(moment.pair, engine.spacing)
  const model = engine.model.feeds[feed]
  const lift = engine.fullHour && beganOnTheHour(moment) ? fullHour.lift : 0
  const logit = sumTrees(model, rowOf(model.features, moment)) + lift
  return { logit, feed, confirmed: moment.followed }
}

/** The highest tier whose threshold a score passes at the engine's sensitivity, persistence not yet asked for. */
export function tierOf(
  { model, shift }: Pick<Engine, 'model' | 'shift'>,
  { logit, feed }: Pick<Score, 'logit' | 'feed'>,
): Tier | null {
  const { thresholds } = model.feeds[feed]
  return loudestFirst.find((tier) => logit >= (thresholds[tier] ?? Infinity) + shift) ?? null
}

/** The named features of a moment. @throws Error where no sign has such a feature: the model is of another version */
export function rowOf(names: readonly string[], moment: Moment): Float32Array {
  let asked = askedBy.get(names)
  if (!asked) askedBy.set(names, (asked = names.map(featureNamed)))
  const row = new Float32Array(asked.length)
  for (let at = 0; at < asked.length; at++) row[at] = asked[at]!.of(moment)
  return row
}

function featureNamed(name: string): Feature {
  const feature = features.find((known) => known.name === name)
  if (!feature) throw new Error(`the model names a feature that no sign has: ${name}`)
  return feature
}

/** Log odds as a probability. Fitted on announced pumps, so it ranks rather than predicts. */
export function probabilityOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** What can be told of a moment, one line per sign that counts. */
export function evidenceOf({ fullHour }: Pick<Engine, 'fullHour'>, moment: Moment): Evidence[] {
  const found: Evidence[] = []
  for (const sign of signs) {
    const evidence = sign.name === 'full-hour' && !fullHour ? null : sign.evidence(moment)
    if (evidence) found.push(evidence)
  }
  return found
}
