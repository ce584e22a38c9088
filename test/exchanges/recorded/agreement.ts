import type { Exchange } from '../../../src/exchanges/exchange.ts'
import { read } from '../../../src/exchanges/validate/read.ts'
import { askedIn, kindOfCase, type RecordedCase } from './case.ts'
import { compare, isEqual, isSpot, isWhole, type PeerRow, sameAs, unnamed } from './compare.ts'

/** One field that we read otherwise than a peer. */
export interface Difference {
  readonly recorded: string
  readonly field: string
  readonly detail: string
}

/** How much was held against peers, and where it differed. */
export interface Agreement {
  readonly compared: number
  readonly differences: readonly Difference[]
}

/** Holds everything an exchange reads of the cases against everything its peers read of them. */
export function agreement(exchange: Exchange, cases: readonly RecordedCase[]): Agreement {
  let compared = 0
  const differences: Difference[] = []
  const differ = (recorded: string, field: string, detail: string) =>
    differences.push({ recorded, field, detail })
  for (const known of cases) {
    const kind = kindOfCase(known)
    const asked = askedIn(known, exchange) ?? unnamed
    const { rows } = read(exchange, kind, known.payload, 1_700_000_000_000, asked)
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
 * The rows among a peer's values: not its assertions in words, nor the quotes it makes of a ticker
 * beside the ticker itself.
 */
function peerRows(value: unknown, kind: string): readonly PeerRow[] {
  const rows = (Array.isArray(value) ? value : []).filter((row) => typeof row === 'object') as PeerRow[]
  const whole = rows.filter((row) => isWhole(row, kind))
  return whole.length > 0 ? whole : rows
}
