import type { Row } from '../../../src/market/row.ts'

/** A row as a peer library writes it. */
export type PeerRow = Readonly<Record<string, unknown>>

/** One field in which our row and a peer's can be held against each other. */
export interface Compared {
  readonly field: string
  readonly ours: unknown
  readonly peers: unknown
}

/** Coins that peers call by another name than the venue does. */
const renamed: Readonly<Record<string, string>> = { YOYOW: 'YOYO' }
const venueName = (name: string) => renamed[name] ?? name

/** Peers write `ETH/BTC` where the venue writes `ETHBTC`. */
const venueSymbol = (symbol: unknown) => String(symbol).split('/').map(venueName).join('')

/** The peer's row that is about the same trade, pair or ticker as ours. */
export function isSame(row: Row, peer: PeerRow): boolean {
  if (row.type === 'trade') return row.id === peer.id
  if (row.type === 'tick') return row.symbol === venueSymbol(peer.symbol)
  return row.type === 'symbol' && row.symbol === peer.id
}

/** What a row cannot do without. Where the peer found none of it, neither should we. */
export function isWhole(peer: PeerRow, kind: string): boolean {
  const essentials = kind.endsWith('trades')
    ? ['price', 'amount', 'side']
    : kind.includes('ticker')
      ? ['last']
      : []
  return essentials.every((field) => peer[field] !== undefined && peer[field] !== null)
}

/** Our names of the fields that peers name differently. */
const peerNames: Readonly<Record<string, string>> = { at: 'timestamp' }
const fields: Readonly<Partial<Record<Row['type'], readonly string[]>>> = {
  trade: ['price', 'amount', 'side', 'at'],
  tick: ['last', 'open', 'high', 'low', 'bid', 'ask', 'baseVolume', 'quoteVolume', 'at'],
  symbol: ['base', 'quote', 'active'],
}

/** Every field that the peer gives, with our value beside it. */
export function compare(row: Row, peer: PeerRow): readonly Compared[] {
  const ours: Readonly<Record<string, unknown>> =
    row.type === 'symbol' ? { ...row, active: row.state === 'trading' } : { ...row }
  return (fields[row.type] ?? []).flatMap((field) => {
    const peers = peer[peerNames[field] ?? field]
    return peers === undefined || peers === null
      ? []
      : [{ field, ours: ours[field], peers: plain(field, peers) }]
  })
}

/** Some peers write times as text, some rename coins. */
function plain(field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return field === 'at' ? Date.parse(value) : field === 'base' || field === 'quote' ? venueName(value) : value
}
