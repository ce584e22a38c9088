import type { PerpetualMarket } from '../../../../src/exchanges/perpetual/perpetual-market.ts'
import type { PerpetualRow } from '../../../../src/market/derivative.ts'
import type { PeerRow } from '../../recorded/compare.ts'
import { type PerpetualCase, peerRows, readCase, sizeOf } from './case.ts'
import { fieldsOf, isEqual, type Ours, oursOf } from './compare.ts'

/** One field that we read differently from a peer. */
export interface Difference {
  readonly recorded: string
  readonly kind: string
  readonly peer: string
  /** Our name of the field; `row` where only one side reads a row. */
  readonly field: string
  readonly detail: string
}

/** How many fields were compared with peers, and which differed. */
export interface Agreement {
  readonly compared: number
  readonly differences: readonly Difference[]
}

/** Compares every field that peers read from the cases with ours. */
export function agreement(market: PerpetualMarket, cases: readonly PerpetualCase[]): Agreement {
  let compared = 0
  const differences: Difference[] = []
  for (const known of cases) {
    const { rows, unsized } = readCase(market, known)
    const ours = oursOf([...rows, ...(unsized as unknown as PerpetualRow[])])
    for (const { peer: name, value } of known.expected) {
      const [peer = name] = name.split(' ')
      const differ = (field: string, detail: string) =>
        differences.push({ recorded: known.id, kind: known.kind, peer, field, detail })
      const theirs = peerRows(value)
      theirs.forEach((row, place) => {
        const mine = sameAs(row, place % ours.length, ours, theirs.length)
        if (!mine) {
          compared++
          differ('row', JSON.stringify(row))
          return
        }
        const size = sizeOf(known, mine.symbol)
        for (const { field, own, peers } of fieldsOf(market, mine, row, size, name)) {
          compared++
          if (!isEqual(own, peers)) differ(field, `${String(own)}, ${peer}: ${String(peers)}`)
        }
      })
    }
  }
  return { compared, differences }
}

const plain = (name: string) => name.toUpperCase().replace(/:.*$|[^\p{L}\p{N}]/gu, '')

/** Ours of the same trade or contract: by id, else by name where the lists differ in length, else by place. */
function sameAs(peer: PeerRow, place: number, ours: readonly Ours[], count: number): Ours | undefined {
  const byId = ours.find(({ row }) => row.id !== undefined && row.id === peer.id)
  if (byId) return byId
  if (peer.contractSize !== undefined) return ours.find(({ symbol }) => symbol === peer.id)
  if (ours.length === count || count % ours.length === 0) return ours[place]
  const name = plain(String(peer.symbol))
  return ours.find(({ symbol }) => plain(symbol).startsWith(name))
}
