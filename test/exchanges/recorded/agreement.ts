import type { Exchange } from '../../../src/exchanges/exchange.ts'
import { read } from '../../../src/exchanges/read.ts'
import { kindOfCase, type RecordedCase } from './case.ts'
import { compare, isSame, isWhole, type PeerRow } from './compare.ts'

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
    const { rows } = read(exchange, kind, known.payload, 1_700_000_000_000)
    for (const { peer, value } of known.expected) {
      for (const theirs of value as readonly PeerRow[]) {
        const row = rows.find((candidate) => isSame(candidate, theirs))
        compared++
        if (isWhole(theirs, kind) !== (row !== undefined))
          differ(known.id, 'row', `${peer}: ${JSON.stringify(theirs)}`)
        for (const { field, ours, peers } of row ? compare(row, theirs) : []) {
          compared++
          if (ours !== peers) differ(known.id, field, `${String(ours)}, ${peer}: ${String(peers)}`)
        }
      }
    }
  }
  return { compared, differences }
}
