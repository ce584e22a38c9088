import type { Evidence } from '../market/evidence.ts'
import type { Tier } from '../market/tier.ts'
import type { Engine } from './engine-state.ts'
import { feedOf } from './feed.ts'
import type { Moment } from './moment.ts'
import { fullHour } from './settings.ts'
import { beganOnTheHour } from './signs/full-hour.ts'
import { features, signs } from './signs/registry.ts'
import { sumTrees } from './trees.ts'

const featureOf = new Map(features.map((feature) => [feature.name, feature]))

/** What the model makes of a moment. */
export interface Score {
  /** Log odds; larger is more like an announced pump. */
  readonly logit: number
  /** The highest tier whose threshold it passes, persistence not yet asked for. */
  readonly tier: Tier | null
  readonly confirmed: boolean
}

/** Scores a moment with the model that its feed can serve. */
export function scoreOf(
  engine: Pick<Engine, 'model' | 'shift' | 'spacing' | 'fullHour'>,
  moment: Moment,
): Score {
  const model = engine.model.feeds[feedOf(moment.pair, engine.spacing)]
  const lift = engine.fullHour && beganOnTheHour(moment) ? fullHour.lift : 0
  const logit = sumTrees(model, rowOf(model.features, moment)) + lift
  const passes = (tier: Tier) => logit >= (model.thresholds[tier] ?? Infinity) + engine.shift
  const tier = passes('danger')
    ? 'danger'
    : passes('warning')
      ? 'warning'
      : passes('notice')
        ? 'notice'
        : null
  return { logit, tier, confirmed: moment.followed }
}

/** The named features of a moment. @throws Error where no sign has such a feature: the model is of another version */
export function rowOf(names: readonly string[], moment: Moment): Float32Array {
  return Float32Array.from(names, (name) => {
    const feature = featureOf.get(name)
    if (!feature) throw new Error(`the model names a feature that no sign has: ${name}`)
    return feature.of(moment)
  })
}

/** Log odds as a probability. Fitted on announced pumps, so it ranks rather than predicts. */
export function probabilityOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** What can be told of a moment, one line per sign that counts. */
export function evidenceOf({ fullHour }: Pick<Engine, 'fullHour'>, moment: Moment): Evidence[] {
  return signs.flatMap((sign) =>
    sign.name === 'full-hour' && !fullHour ? [] : (sign.evidence(moment) ?? []),
  )
}
