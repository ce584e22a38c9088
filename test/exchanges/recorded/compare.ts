import type { Row } from '../../../src/market/row.ts'

/** A row as a peer library represents it. */
export type PeerRow = Readonly<Record<string, unknown>>

/** One field that our row and a peer's row share. */
export interface Compared {
  readonly field: string
  readonly ours: unknown
  readonly peers: unknown
}

/** Coins that peers name differently from the exchange. */
const peerCoins: Readonly<Record<string, string>> = {
  YOYOW: 'YOYO',
  BSV: 'BCHSV',
  R: 'REV',
  GAMECOM: 'GTC',
  XICN: 'ICN',
  THEMIS: 'GET',
}

/** One spelling for `ETH/BTC`, `eth_btc` and `ETHBTC`. */
const plainName = (name: string) => name.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The names under which a peer's row may match ours: its own, and that of the exchange's coins. */
function namesOfPeer({ symbol, pair, marketId, base }: PeerRow): string[] | null {
  const name = symbol ?? pair ?? marketId ?? base
  if (typeof name !== 'string') return null
  const coins = name.split('/')
  return [coins, coins.map((coin) => peerCoins[coin] ?? coin)].map((names) => plainName(names.join('')))
}

/** The names of our tick's pair. Korean exchanges write the quote first, and peers may give the base alone. */
function namesOf({ symbol, base, quote }: Extract<Row, { type: 'tick' }>): string[] {
  const sides = base === null ? [] : quote === null ? [base] : [base + quote, quote + base, base]
  return [symbol, ...sides].map(plainName)
}

/**
 * Our row of the same trade, pair or ticker as the peer's row at that index. A peer row without symbol or id (some
 * omit symbols, some invent ids) matches by index.
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

/** Whether a peer's row is spot: its symbol shows no future, perpetual or CFD. */
export function isSpot({ symbol }: PeerRow): boolean {
  return !/SWAP|PERP|^FX[_/]|-\d{6}$|\d\d[A-Z]{3}\d{4}/.test(String(symbol))
}

/** The symbol of a payload that names none, where no URL was recorded either. */
export const unnamed = '?'

/** Required fields. Where the peer read none of them, neither should we. */
export function isWhole(peer: PeerRow, kind: string): boolean {
  const essentials = kind.endsWith('trades')
    ? ['price', 'amount', 'side']
    : kind.includes('ticker')
      ? ['last']
      : []
  return essentials.every((field) => peer[field] !== undefined && peer[field] !== null)
}

/** Our names of fields that peers name differently. */
const peerNames: Readonly<Record<string, string>> = { at: 'timestamp' }
/** Peers compute these from a percentage where the exchange gives none, so they are not compared. */
const derived: readonly string[] = ['open', 'quoteVolume']
const fields: Readonly<Partial<Record<Row['type'], readonly string[]>>> = {
  trade: ['price', 'amount', 'side', 'at'],
  tick: ['last', 'open', 'high', 'low', 'bid', 'ask', 'baseVolume', 'quoteVolume', 'at'],
  symbol: ['base', 'quote', 'active'],
}

/** Every field of the peer's row, with our value. */
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

/** Equal up to the rounding of a multiplication. */
export function isEqual(ours: unknown, peers: unknown): boolean {
  if (typeof ours !== 'number' || typeof peers !== 'number') return ours === peers
  return Math.abs(ours - peers) <= Math.abs(peers) * 1e-14
}

/** Normalises times written as text, and renamed coins. */
function plain(field: string, value: unknown, ours: unknown): unknown {
  if (typeof value !== 'string') return value
  if (field === 'at') return Date.parse(value)
  return (field === 'base' || field === 'quote') && peerCoins[value] === ours ? ours : value
}
