import type { Episode } from '../../market/episode.ts'
import { type Tier, tiers } from '../../market/tier.ts'
import type { Outcome, PastEpisode } from '../../shared/messages/queries.ts'
import { muteKey } from '../../shared/visible.ts'

/** How long after its start (market time, ms) an episode's outcome is measured. */
export const horizons = {
  after15min: 900_000,
  after1h: 3_600_000,
  after24h: 86_400_000,
} as const satisfies Record<keyof Outcome, number>

export type Horizon = keyof typeof horizons
const horizonNames: readonly Horizon[] = ['after15min', 'after1h', 'after24h']

/** An episode as history keeps it. */
export interface KeptEpisode {
  readonly id: string
  /** `pairKey`, or `venue:*` for a whole market. */
  readonly pair: string
  readonly startedAt: number
  /** Wall clock when it last changed, ms: by this it grows old. */
  readonly seenAt: number
  readonly episode: Episode
  /** The price when each tier was first told. */
  readonly told: Readonly<Partial<Record<Tier, number>>>
  /** The price at each horizon, quote per base; null: unknown for good. What is absent is still to be measured. */
  readonly prices: Readonly<Partial<Record<Horizon, number | null>>>
  /** When the next horizon is due, market time, ms; absent when all are measured. */
  readonly due?: number
  /** How often the next horizon was asked for in vain. */
  readonly tries: number
  /** What the scorecard counts, see `verdictsOf`. */
  readonly verdicts: readonly string[]
}

/** The row with one more state of its episode. */
export function keptWith(before: KeptEpisode | undefined, episode: Episode, seenAt: number): KeptEpisode {
  const { id, startedAt, tier, lastPrice } = episode
  const told = { ...before?.told, [tier]: before?.told[tier] ?? lastPrice }
  const { prices = {}, tries = 0 } = before ?? {}
  return complete({ id, pair: muteKey(episode), startedAt, seenAt, episode, told, prices, tries })
}

/** The row with what a horizon brought. */
export function keptAfter(kept: KeptEpisode, horizon: Horizon, price: number | null): KeptEpisode {
  return complete({ ...kept, prices: { ...kept.prices, [horizon]: price }, tries: 0 })
}

/** The first horizon that is still to be measured. */
export function nextHorizon({ prices }: Pick<KeptEpisode, 'prices'>): Horizon | undefined {
  return horizonNames.find((horizon) => prices[horizon] === undefined)
}

/** What pages see of a row: outcomes are prices relative to the start. */
export function pastOf({ episode, prices, told }: KeptEpisode): PastEpisode {
  const ratio = (horizon: Horizon) => {
    const price = prices[horizon]
    return typeof price === 'number' ? price / episode.startPrice : null
  }
  const outcome = { after15min: ratio('after15min'), after1h: ratio('after1h'), after24h: ratio('after24h') }
  const first = tiers.map((tier) => told[tier]).find((price) => price !== undefined)
  return { episode, outcome, ...(first !== undefined && { toldPrice: first }) }
}

function complete(row: Omit<KeptEpisode, 'due' | 'verdicts'> & { due?: number }): KeptEpisode {
  const { due: _, ...rest } = row
  const horizon = nextHorizon(rest)
  return {
    ...rest,
    verdicts: verdictsOf(rest),
    ...(horizon && { due: rest.startedAt + horizons[horizon] }),
  }
}

/**
 * A pump counts for every tier it was told as; as known where its price one hour after the start is, and as below
 * where that is less than the price at which the tier was first told.
 */
function verdictsOf({ episode, told, prices }: Pick<KeptEpisode, 'episode' | 'told' | 'prices'>): string[] {
  if (episode.kind !== 'pump') return []
  const later = prices.after1h
  return tiers.flatMap((tier) => {
    const price = told[tier]
    if (price === undefined) return []
    if (typeof later !== 'number') return [tier]
    return later < price ? [tier, `${tier} known`, `${tier} below`] : [tier, `${tier} known`]
  })
}
