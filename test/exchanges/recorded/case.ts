import { existsSync, readFileSync } from 'node:fs'
import type { ReadKind } from '../../../src/exchanges/exchange.ts'

/** One recorded payload with what peer libraries made of it. */
export interface RecordedCase {
  readonly id: string
  readonly kind: string
  readonly format: 'current' | 'legacy'
  /** Set where the row is not spot. */
  readonly market?: string
  readonly payload: unknown
  readonly expected: readonly { readonly peer: string; readonly value: unknown }[]
}

/** Recordings lie beside the repository, not in it: their licences differ by source. */
export const recordings = '../shared/fixtures'

/** The recorded cases of an exchange; null where they are not at hand. */
export function recordedCases(exchange: string): readonly RecordedCase[] | null {
  const path = `${recordings}/${exchange}.json`
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as RecordedCase[]) : null
}

/** Our name for what a case holds. Aggregated trades are trades. */
export function kindOfCase({ kind }: RecordedCase): ReadKind {
  return (kind === 'rest.aggTrades' ? 'rest.trades' : kind) as ReadKind
}
