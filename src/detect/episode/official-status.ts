/** What a venue itself says that bears on its episodes. Plain data; times are the venue's, ms UTC. */
export interface OfficialStatus {
  /** It is closed as a whole: no orders meet. */
  readonly closed: boolean
  /** Symbols whose trading it has halted. */
  readonly halted: ReadonlySet<string>
  /** By asset: since when deposits or withdrawals do not work, so that its price cannot be levelled. */
  readonly suspended: ReadonlyMap<string, number>
  /** Symbols whose prices jump for a reason that is known: new, or opened again. */
  readonly young: ReadonlySet<string>
  /** Assets of which the same is true at every pair: a migration, a delisting. */
  readonly changing: ReadonlySet<string>
}
