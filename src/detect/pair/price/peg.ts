/** What is known of a coin that is pegged to a dollar, a currency or another coin. Plain data; values are logs. */
export interface PegState {
  /** When it was last measured, market time, ms. */
  at: number
  /** Its price against what it is pegged to: at 0 it is worth exactly that. */
  value: number
  /** Mean of `value`, and so many measurements behind it. */
  usual: number
  samples: number
  /** Mean distance of `value` from what is usual. */
  noise: number
  /** How far `value` lies beyond both the peg and what is usual; 0 while it does not. */
  off: number
  /** Since when it has been off by each of `offPegSteps`, ms; 0 where it is not. */
  since: number[]
  /** References that agree on what it is measured against. */
  references: number
  /** Symbol of the pair that tells of it; null where none is traded enough. */
  holder: string | null
  /** `value` by minute, newest last, for an hour at most; the minute (ms / 60,000) of the newest. */
  path: number[]
  minute: number
}

/** Most minutes that are kept of a coin's path: the hour that single pairs are judged by. */
export const pegPathMinutes = 61

/** Whether a coin is off its peg now, held or not: prices in it are no dollars meanwhile. */
export function isOffPeg(
  { pegs }: { readonly pegs: ReadonlyMap<string, PegState> },
  coin: string | null,
): boolean {
  return coin !== null && pegs.size > 0 && (pegs.get(coin)?.since[0] ?? 0) > 0
}

/** Whether a coin has been off its peg within the hour that `path` reaches back. */
export function wasOffPeg({ path, usual }: PegState, least: number): boolean {
  return path.some((value) => Math.abs(value - usual) >= least)
}

/** How far the coin's value moved since a time (ms), log; since the oldest known minute where that is later. */
export function pegMoveSince({ path, minute, value }: PegState, at: number): number {
  const index = path.length - 1 - (minute - Math.floor(at / 60_000))
  return value - (path[Math.min(path.length - 1, Math.max(0, index))] ?? value)
}
