import type { Exchange } from '../../../src/exchanges/exchange.ts'
import { read } from '../../../src/exchanges/validate/read.ts'
import { requestedIn, kindOfCase, type RecordedCase } from './case.ts'
import { compare, isEqual, isSpot, isWhole, type PeerRow, sameAs, unnamed } from './compare.ts'

/** One field that we read differently from a peer. */
export interface Difference {
  readonly recorded: string
  readonly field: string
  readonly detail: string
}

/** How many fields were compared with peers, and which differed. */
export interface Agreement {
  readonly compared: number
  readonly differences: readonly Difference[]
}

/** Compares every field that we read from the cases with every field that peers read. */
export function agreement(exchange: Exchange, cases: readonly RecordedCase[]): Agreement {
  let compared = 0
  const differences: Difference[] = []
  const differ = (recorded: string, field: string, detail: string) =>
    differences.push({ recorded, field, detail })
  for (const known of cases) {
    const kind = kindOfCase(known)
    const requested = requestedIn(known, exchange) ?? unnamed
    const { rows } = read(exchange, kind, known.payload, 1_700_000_000_000, requested)
    for (const { peer, value } of known.expected) {
      peerRows(value, kind).forEach((theirs, place) => {
        if (!isSpot(theirs)) return
        const row = sameAs(theirs, place, rows)
        compared++
        if (isWhole(theirs, kind) !== (row !== undefined))
          differ(known.id, 'row', `${peer}: ${JSON.stringify(theirs)}`)
        for (const { field, ours, peers } of row ? compare(row, theirs) : []) {
          compared++
          if (!isEqual(ours, peers)) differ(known.id, field, `${String(ours)}, ${peer}: ${String(peers)}`)
        }
      })
    }
  }
  return { compared, differences }
}

/**
 * The rows among a peer's values: neither its textual assertions, nor the quotes it derives from a ticker in
 * addition to the ticker itself.
 */
function peerRows(value: unknown, kind: string): readonly PeerRow[] {
  const rows = (Array.isArray(value) ? value : []).filter((row) => typeof row === 'object') as PeerRow[]
  const whole = rows.filter((row) => isWhole(row, kind))
  return whole.length > 0 ? whole : rows
}
