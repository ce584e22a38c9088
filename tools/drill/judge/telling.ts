import { type Tier, strongerTier } from '../../../src/market/tier.ts'
import { pumpedCoin } from '../../market-server/stories/pump-everywhere.ts'
import type { Played } from '../play.ts'

/** What was told of the rise. */
export interface Telling {
  readonly tier: Tier | null
  /** First told; ms from the beginning of the pump. */
  readonly atMs: number | null
  /** First told as confirmed by trades. */
  readonly confirmedMs: number | null
  /** Every other alert, one name for each. */
  readonly others: ReadonlySet<string>
}

export function tellingOf({ reports }: Pick<Played, 'reports'>): Telling {
  const isRise = ({ atMs, episode: { base, kind, also } }: Played['reports'][number]) =>
    base === pumpedCoin && atMs >= 0 && (kind === 'pump' || also.includes('pump'))
  const rises = reports.filter(isRise)
  const others = reports.filter((report) => !isRise(report))
  return {
    tier: rises.reduce<Tier | null>((tier, { episode }) => strongerTier(tier, episode.tier), null),
    atMs: rises[0]?.atMs ?? null,
    confirmedMs: rises.find(({ episode }) => episode.confirmed)?.atMs ?? null,
    others: new Set(others.map(({ episode: { symbol, kind } }) => `${symbol ?? 'market'} ${kind}`)),
  }
}
