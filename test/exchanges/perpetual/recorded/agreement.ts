import type { PerpetualMarket } from '../../../../src/exchanges/perpetual/perpetual-market.ts'
import type { PerpetualRow } from '../../../../src/market/derivative.ts'
import type { PeerRow } from '../../recorded/compare.ts'
import { type PerpetualCase, peerLists, readCase, sizeOf } from './case.ts'
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
      for (const list of peerLists(value)) {
        list.forEach((row, place) => {
          const mine = sameAs(market, row, place, ours, list.length)
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
  }
  return { compared, differences }
}

const plain = (name: string) => name.toUpperCase().replace(/:.*$|[^\p{L}\p{N}]/gu, '')

/** Ours of the same trade or contract: by place, unless the peer read more or fewer; then by id, else by name. */
function sameAs(
  market: PerpetualMarket,
  peer: PeerRow,
  place: number,
  ours: readonly Ours[],
  count: number,
): Ours | undefined {
  if (peer.contractSize !== undefined && peer.id !== undefined)
    return ours.find(({ symbol }) => symbol === peer.id)
  const byId = ours.filter(({ row }) => row.id !== undefined && row.id === peer.id)
  if (byId.length === 1) return byId[0]
  if (ours.length === count && byId.length === 0) return ours[place]
  if (byId.length > 0) return byId.find(({ row }) => row.at === peer.timestamp)
  const name = plain(String(peer.symbol))
  const namesOf = (symbol: string) => {
    const sides = market.sidesOf(symbol)
    return [symbol, sides ? sides.base + sides.quote : symbol].map(plain)
  }
  return ours.find(({ symbol }) => namesOf(symbol).some((own) => own.startsWith(name)))
}
