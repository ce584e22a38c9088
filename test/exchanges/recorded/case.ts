import { existsSync, readFileSync } from 'node:fs'
import { requestedSymbol } from '../../../src/exchanges/validate/requested-symbol.ts'
import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { ReadKind } from '../../../src/exchanges/feeds/rest-call.ts'

/** One recorded payload with what peer libraries read from it. */
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

/** Recordings are kept outside the repository, as their licences differ by source. */
export const recordings = '../shared/fixtures'

/** Coinbase has two APIs, recorded separately. */
const files: Readonly<Record<string, readonly string[]>> = { coinbase: ['coinbase', 'coinbase-advanced'] }

/** The recorded cases of an exchange; null where the recordings are absent. */
export function recordedCases(exchange: string): readonly RecordedCase[] | null {
  const paths = (files[exchange] ?? [exchange]).map((file) => `${recordings}/${file}.json`)
  if (!paths.every((path) => existsSync(path))) return null
  return paths.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as RecordedCase[])
}

/** The symbol that a REST case requested, where its URL names one. */
export function requestedIn({ request }: RecordedCase, exchange: Exchange): string | undefined {
  const { url, path, query } = request ?? {}
  return requestedSymbol(exchange, url ?? `${path ?? ''}?${query ?? ''}`)
}

/** Our kind of a case. Aggregated trades are trades. */
export function kindOfCase({ kind }: RecordedCase): ReadKind {
  return (kind === 'rest.aggTrades' ? 'rest.trades' : kind) as ReadKind
}
