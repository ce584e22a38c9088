/** What a venue's own statements mean for its episodes. Plain data; times are the venue's, ms UTC. */
export interface OfficialStatus {
  /** The venue as a whole is closed: nothing trades. */
  readonly closed: boolean
  /** Symbols whose trading it has halted. */
  readonly halted: ReadonlySet<string>
  /** By asset: since when deposits or withdrawals do not work, so that arbitrage cannot level its price. */
  readonly suspended: ReadonlyMap<string, number>
  /** Symbols whose prices jump for a known reason: newly listed, or reopened. */
  readonly young: ReadonlySet<string>
  /** Assets, upper case, of which the same is true at every pair: a migration, a delisting. */
  readonly changing: ReadonlySet<string>
}
