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
const renamed: Readonly<Record<string, string>> = {
  YOYOW: 'YOYO',
  BSV: 'BCHSV',
  R: 'REV',
  GAMECOM: 'GTC',
  XICN: 'ICN',
  THEMIS: 'GET',
}

/** `ETH/BTC`, `eth_btc`, `ETHBTC`: one name. */
const plainName = (name: string) => name.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The names by which a peer's row may be one of ours: as it writes it, and by the venue's coins. */
function namesOfPeer({ symbol, pair, marketId, base }: PeerRow): string[] | null {
  const name = symbol ?? pair ?? marketId ?? base
  if (typeof name !== 'string') return null
  const coins = name.split('/')
  return [coins, coins.map((coin) => renamed[coin] ?? coin)].map((names) => plainName(names.join('')))
}

/** The names of our tick's pair. Korean venues put the quote first, and peers may know the base alone. */
function namesOf({ symbol, base, quote }: Extract<Row, { type: 'tick' }>): string[] {
  const sides = base === null ? [] : quote === null ? [base] : [base + quote, quote + base, base]
  return [symbol, ...sides].map(plainName)
}

/**
 * The row of ours that is about the same trade, pair or ticker as the peer's row at that place.
 * A peer that names neither (some write no symbol, some make up ids) is taken by its place.
 */
export function sameAs(peer: PeerRow, place: number, rows: readonly Row[]): Row | undefined {
  const [first] = rows
  if (first === undefined) return undefined
  if (first.type === 'symbol') return rows.find((row) => row.type === 'symbol' && row.symbol === peer.id)
  if (first.type === 'tick') {
    const names = namesOfPeer(peer)
    if (names === null || first.symbol === unnamed) return rows[place]
    return rows.find((row) => row.type === 'tick' && namesOf(row).some((name) => names.includes(name)))
  }
  const known = rows.find((row) => row.type === 'trade' && row.id !== undefined && row.id === peer.id)
  return known ?? rows[place]
}

/** Futures, perpetuals and CFDs, by the peers' own names: what Keiho leaves out. */
export function isSpot({ symbol }: PeerRow): boolean {
  return !/SWAP|PERP|^FX[_/]|-\d{6}$|\d\d[A-Z]{3}\d{4}/.test(String(symbol))
}

/** Stands in for the symbol of a payload that names none, where no address was recorded either. */
export const unnamed = '?'

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
/** Peers work these out of a percentage where the venue gives none: no reading of ours to hold against. */
const derived: readonly string[] = ['open', 'quoteVolume']
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
    const isWorkedOut = derived.includes(field) && ours[field] === undefined
    return peers === undefined || peers === null || isWorkedOut
      ? []
      : [{ field, ours: ours[field], peers: plain(field, peers, ours[field]) }]
  })
}

/** Equal, but for the last digits of figures that were multiplied. */
export function isEqual(ours: unknown, peers: unknown): boolean {
  if (typeof ours !== 'number' || typeof peers !== 'number') return ours === peers
  return Math.abs(ours - peers) <= Math.abs(peers) * 1e-14
}

/** Some peers write times as text, some rename coins. */
function plain(field: string, value: unknown, ours: unknown): unknown {
  if (typeof value !== 'string') return value
  if (field === 'at') return Date.parse(value)
  return (field === 'base' || field === 'quote') && renamed[value] === ours ? ours : value
}
