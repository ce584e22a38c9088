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

/** Whether two statuses say the same. */
export function isSameStatus(a: OfficialStatus, b: OfficialStatus): boolean {
  return (
    a === b ||
    (a.closed === b.closed &&
      haveSameEntries(a.halted, b.halted) &&
      haveSameEntries(a.suspended, b.suspended) &&
      haveSameEntries(a.young, b.young) &&
      haveSameEntries(a.changing, b.changing))
  )
}

/** Whether it concerns neither the venue nor any pair or asset. */
export function saysNothing({ closed, halted, suspended, young, changing }: OfficialStatus): boolean {
  return !closed && halted.size + suspended.size + young.size + changing.size === 0
}

type Entries = Pick<ReadonlyMap<string, unknown>, 'size' | 'has' | 'keys'> & { get?(key: string): unknown }

/** Compares two sets, or two maps. */
function haveSameEntries(a: Entries, b: Entries): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key) && a.get?.(key) === b.get?.(key))
}
