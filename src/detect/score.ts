import type { Evidence } from '../market/evidence.ts'
import type { Tier } from '../market/tier.ts'
import model from './model.json' with { type: 'json' }
import type { Moment } from './moment.ts'
import { features, signs } from './signs/registry.ts'
import type { Feature } from './signs/sign.ts'

/** How readily Keiho speaks: moves every threshold by the same step of log odds. */
export type Sensitivity = 'quiet' | 'balanced' | 'sensitive'

const shift: Readonly<Record<Sensitivity, number>> = { quiet: 0.7, balanced: 0, sensitive: -0.7 }

interface Linear {
  readonly bias: number
  readonly terms: readonly { readonly feature: Feature; readonly weight: number }[]
  readonly thresholds: Readonly<Partial<Record<Tier, number>>>
}

function linear(data: { bias: number; weights: Record<string, number>; thresholds: Partial<Record<Tier, number>> }): Linear {
  const terms = Object.entries(data.weights).map(([name, weight]) => {
    const feature = features.find((known) => known.name === name)
    if (!feature) throw new Error(`the model names a feature that no sign has: ${name}`)
    return { feature, weight }
  })
  return { bias: data.bias, terms, thresholds: data.thresholds }
}

const screen = linear(model.screen)
const tape = linear(model.tape)

/** What the model makes of a moment. */
export interface Score {
  /** Log odds; larger is more like an announced pump. */
  readonly logit: number
  /** The highest tier whose threshold it passes, persistence not yet asked for. */
  readonly tier: Tier | null
  readonly confirmed: boolean
}

/** Scores a moment with the model that its feed can serve: the tape's where the pair is followed, else the screen's. */
export function scoreOf(moment: Moment, sensitivity: Sensitivity): Score {
  const used = moment.followed ? tape : screen
  let logit = used.bias
  for (const { feature, weight } of used.terms) logit += weight * feature.of(moment)
  const passes = (tier: Tier) => logit >= (used.thresholds[tier] ?? Infinity) + shift[sensitivity]
  const tier = passes('danger') ? 'danger' : passes('warning') ? 'warning' : passes('notice') ? 'notice' : null
  return { logit, tier, confirmed: moment.followed }
}

/** Log odds as a probability. Fitted on announced pumps, so it ranks rather than predicts. */
export function probabilityOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** What can be told of a moment, one line per sign. */
export function evidenceOf(moment: Moment): Evidence[] {
  return signs.flatMap((sign) => sign.evidence(moment) ?? [])
}
