import type { PerpetualMarket } from '../../../../src/exchanges/perpetual/perpetual-market.ts'
import type { PerpetualRow } from '../../../../src/market/derivative.ts'
import type { PeerRow } from '../../recorded/compare.ts'
import { receivedAt, unnamed } from './case.ts'

type Values = Readonly<Record<string, unknown>>

/** All that we read of one contract or of one trade: a ticker may give a tick and a derivative. */
export interface Ours {
  readonly symbol: string
  readonly row: Values
}

/** One field that a peer has, with ours. */
interface Compared {
  readonly field: string
  readonly own: unknown
  readonly peers: unknown
}

/** Rows of one payload, those of one contract joined where they are of different types. */
export function oursOf(rows: readonly PerpetualRow[]): readonly Ours[] {
  const joined: Ours[] = []
  for (const row of rows) {
    if (row.type === 'error') continue
    const symbol = row.symbol ?? unnamed
    const last = joined.at(-1)
    if (row.type === 'derivative' && last?.symbol === symbol && last.row.type === 'tick')
      joined[joined.length - 1] = { symbol, row: { ...row, ...last.row } }
    else joined.push({ symbol, row: { ...row } })
  }
  return joined
}

const numbers = {
  amount: 'amount',
  contracts: 'amount',
  openInterestAmount: 'openInterest',
  openInterest: 'openInterest',
  baseVolume: 'baseVolume',
  price: 'price',
  last: 'last',
  lastPrice: 'last',
  open: 'open',
  high: 'high',
  low: 'low',
  bid: 'bid',
  ask: 'ask',
  markPrice: 'mark',
  indexPrice: 'index',
  quoteVolume: 'quoteVolume',
  fundingRate: 'fundingRate',
  fundingTimestamp: 'nextFundingAt',
  timestamp: 'at',
  interval: 'intervalH',
  side: 'side',
  contractSize: 'contractSize',
  base: 'base',
  quote: 'quote',
  settle: 'settle',
  active: 'active',
} as const
const amounts: readonly string[] = ['amount', 'openInterest', 'baseVolume']
/** Where the peer's rolling volume is in contracts. */
const volumeInContracts: readonly string[] = ['okx', 'mexc']
const prices: readonly string[] = [...['price', 'last', 'open', 'high', 'low', 'bid', 'ask', 'mark', 'index']]
/** Peers work these out from other fields where the venue gives none. */
const derived: readonly string[] = ['open', 'quoteVolume', 'baseVolume']

/**
 * Every field of the peer's row, with our value. The peer's prices and amounts are those of the wire: they are brought
 * to one unit of the base.
 */
export function fieldsOf(
  market: PerpetualMarket,
  { symbol, row }: Ours,
  peer: PeerRow,
  size: number,
  name: string,
): readonly Compared[] {
  const isListing = row.type === 'contract'
  const own: Values = isListing ? { ...row, active: row.state === 'trading' } : row
  const { multiplier } = market.nameOf(market.sidesOf(symbol)?.base ?? symbol)
  return Object.entries(numbers).flatMap(([theirs, field]) => {
    const value = peer[theirs]
    if (value === undefined || value === null) return []
    // A peer with a memory adds what earlier messages said.
    const isMemory = name.startsWith('tardis') && peer.type === 'derivative_ticker'
    const isOfItsOwn = field === 'at' && own.at === receivedAt
    const mine = own[field] ?? (amounts.includes(field) ? own.contracts : undefined)
    if ((mine === undefined && derived.includes(field)) || (isMemory && (mine === undefined || isOfItsOwn)))
      return []
    const inContracts = field !== 'baseVolume' || volumeInContracts.includes(market.venue)
    const amountScale = multiplier * (inContracts ? size : 1)
    const scale = amounts.includes(field) ? amountScale : prices.includes(field) ? 1 / multiplier : 1
    return [{ field, own: mine, peers: peersOf(market, field, value, scale) }]
  })
}

function peersOf(market: PerpetualMarket, field: string, value: unknown, scale: number): unknown {
  if (typeof value === 'number') return field === 'amount' ? Math.abs(value * scale) : value * scale
  if (typeof value !== 'string') return value
  if (field === 'at' || field === 'nextFundingAt') return Date.parse(value)
  if (field === 'intervalH') return Number.parseFloat(value)
  return field === 'base' ? market.nameOf(value).base : value
}

/** Equal up to the rounding of two multiplications. */
export function isEqual(own: unknown, peers: unknown): boolean {
  const ours = typeof peers === 'number' && typeof own === 'string' ? Number(own) : own
  if (typeof ours !== 'number' || typeof peers !== 'number') return ours === peers
  return Math.abs(ours - peers) <= Math.abs(peers) * 1e-12
}
