import { existsSync, readFileSync } from 'node:fs'
import { requestedSymbol } from '../../../src/exchanges/validate/requested-symbol.ts'
import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { ReadKind } from '../../../src/exchanges/feeds/rest-call.ts'

/** One recorded payload with what peer libraries made of it. */
export interface RecordedCase {
  readonly id: string
  readonly kind: string
  readonly format: 'current' | 'legacy'
  /** Set where the row is not spot. */
  readonly market?: string
  readonly request: { readonly url?: string; readonly path?: string; readonly query?: string } | null
  readonly payload: unknown
  readonly expected: readonly { readonly peer: string; readonly value: unknown }[]
}

/** Recordings lie beside the repository, not in it: their licences differ by source. */
export const recordings = '../shared/fixtures'

/** Coinbase has two APIs, recorded apart. */
const files: Readonly<Record<string, readonly string[]>> = { coinbase: ['coinbase', 'coinbase-advanced'] }

/** The recorded cases of an exchange; null where they are not at hand. */
export function recordedCases(exchange: string): readonly RecordedCase[] | null {
  const paths = (files[exchange] ?? [exchange]).map((file) => `${recordings}/${file}.json`)
  if (!paths.every((path) => existsSync(path))) return null
  return paths.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as RecordedCase[])
}

/** The symbol that a REST case asked for, where its address says so. */
export function askedIn({ request }: RecordedCase, exchange: Exchange): string | undefined {
  const { url, path, query } = request ?? {}
  return requestedSymbol(exchange, url ?? `${path ?? ''}?${query ?? ''}`)
}

/** Our name for what a case holds. Aggregated trades are trades. */
export function kindOfCase({ kind }: RecordedCase): ReadKind {
  return (kind === 'rest.aggTrades' ? 'rest.trades' : kind) as ReadKind
}
