import type { Episode } from '../../market/episode.ts'
import { type Tier, tiers } from '../../market/tier.ts'
import type { Outcome, PastEpisode } from '../../shared/messages/queries.ts'
import { muteKey } from '../../shared/visible.ts'

/** How long after an episode's start (market time, ms) its outcome is measured. */
export const horizons = {
  after15min: 900_000,
  after1h: 3_600_000,
  after24h: 86_400_000,
} as const satisfies Record<keyof Outcome, number>

export type Horizon = keyof typeof horizons
const horizonNames: readonly Horizon[] = ['after15min', 'after1h', 'after24h']

/** An episode as the history stores it. */
export interface EpisodeRow {
  readonly id: string
  /** `pairKey`, or `venue:*` for a whole market. */
  readonly pair: string
  readonly startedAt: number
  /** When the row last changed, wall clock, ms: retention counts from here. */
  readonly seenAt: number
  readonly episode: Episode
  /** The price when the episode first reached each tier. */
  readonly told: Readonly<Partial<Record<Tier, number>>>
  /** The price at each horizon, quote per base. Null: unknown for good. Absent: still to be measured. */
  readonly prices: Readonly<Partial<Record<Horizon, number | null>>>
  /** When the next horizon is due, market time, ms; absent when all are measured. */
  readonly due?: number
  /** Failed attempts to measure the next horizon. */
  readonly tries: number
  /** What the scorecard counts, see `verdictsOf`. */
  readonly verdicts: readonly string[]
}

/** The row updated with a newer state of its episode. */
export function rowWithEpisode(before: EpisodeRow | undefined, episode: Episode, seenAt: number): EpisodeRow {
  const { id, startedAt, tier, lastPrice } = episode
  const told = { ...before?.told, [tier]: before?.told[tier] ?? lastPrice }
  const { prices = {}, tries = 0 } = before ?? {}
  return withDerived({ id, pair: muteKey(episode), startedAt, seenAt, episode, told, prices, tries })
}

/** The row with the price at a horizon. */
export function rowWithPrice(row: EpisodeRow, horizon: Horizon, price: number | null): EpisodeRow {
  return withDerived({ ...row, prices: { ...row.prices, [horizon]: price }, tries: 0 })
}

/** The first horizon still to be measured. */
export function nextHorizon({ prices }: Pick<EpisodeRow, 'prices'>): Horizon | undefined {
  return horizonNames.find((horizon) => prices[horizon] === undefined)
}

/** What pages get of a row: outcomes are prices relative to the start. */
export function pastEpisodeOf({ episode, prices, told }: EpisodeRow): PastEpisode {
  const ratio = (horizon: Horizon) => {
    const price = prices[horizon]
    return typeof price === 'number' ? price / episode.startPrice : null
  }
  const outcome = { after15min: ratio('after15min'), after1h: ratio('after1h'), after24h: ratio('after24h') }
  const first = tiers.map((tier) => told[tier]).find((price) => price !== undefined)
  return { episode, outcome, ...(first !== undefined && { toldPrice: first }) }
}

function withDerived(row: Omit<EpisodeRow, 'due' | 'verdicts'> & { due?: number }): EpisodeRow {
  const { due: _, ...rest } = row
  const horizon = nextHorizon(rest)
  return {
    ...rest,
    verdicts: verdictsOf(rest),
    ...(horizon && { due: rest.startedAt + horizons[horizon] }),
  }
}

/**
 * Labels of a pump, for the scorecard to count by index: each tier it reached; `<tier> known` once its price one
 * hour after the start is known; `<tier> below` where that price is lower than when the tier was first reached.
 */
function verdictsOf({ episode, told, prices }: Pick<EpisodeRow, 'episode' | 'told' | 'prices'>): string[] {
  if (episode.kind !== 'pump') return []
  const later = prices.after1h
  return tiers.flatMap((tier) => {
    const price = told[tier]
    if (price === undefined) return []
    if (typeof later !== 'number') return [tier]
    return later < price ? [tier, `${tier} known`, `${tier} below`] : [tier, `${tier} known`]
  })
}
