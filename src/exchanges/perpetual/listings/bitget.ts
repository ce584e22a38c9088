import { text } from '../../validate/text-values.ts'
import type { Sides } from '../../wire/sides.ts'
import { firstOf, lookup } from '../../wire/wire-field.ts'
import type { MakeRows } from '../map-entries.ts'
import { mapContract } from '../map-perpetual.ts'
import { above, below } from '../price-band.ts'

// What Bitget calls and lists as a contract.

const joined = /^(.+?)(USDT|USDC|USD)$/

/** Of BTCUSDT and BTCPERP. */
export function sidesOf(symbol: string): Sides | null {
  const [, base, quote] = joined.exec(symbol) ?? []
  if (base && quote) return { base, quote }
  // BTCPERP is settled in USDC.
  const [, coin] = /^(.+)PERP$/.exec(symbol) ?? []
  return coin ? { base: coin, quote: 'USDC' } : null
}

/** `ETHUSD_231229`, `BTCUSDZ26`. */
export const isDated = (symbol: unknown) => /_\d{6}$|USD[TC]?[FGHJKMNQUVXZ]\d{2}$/.test(text(symbol) ?? '')

const states = {
  normal: 'trading',
  online: 'trading',
  // Of the keyed interface alone.
  restrictedAPI: 'trading',
  listed: 'prelisting',
  maintain: 'halted',
  limit_open: 'cancel-only',
  off: 'delisted',
  offline: 'delisted',
} as const
const contract = mapContract({
  symbol: 'symbol',
  base: 'baseCoin',
  quote: 'quoteCoin',
  settle: ({ quoteCoin, baseCoin }) => (quoteCoin === 'USD' ? baseCoin : quoteCoin),
  margin: ({ quoteCoin }) => (quoteCoin === 'USD' ? 'inverse' : 'linear'),
  contractSize: () => 1,
  state: lookup(firstOf('status', 'symbolStatus'), states),
  class: ({ isRwa, type, symbolType }) =>
    isRwa === 'YES' || (type !== undefined && (symbolType ?? 'crypto') !== 'crypto')
      ? 'traditional'
      : 'crypto',
  delistingAt: 'offTime',
  intervalH: firstOf('fundInterval', 'fundingInterval'),
  cap: 'maxFundingRate',
  floor: 'minFundingRate',
  upperBand: above('buyLimitPriceRatio'),
  lowerBand: below('sellLimitPriceRatio'),
})

/** A contract of contracts (v2) or instruments (v3); null for a dated future. */
export const listing: MakeRows = (entry) =>
  (entry.type ?? entry.symbolType ?? 'perpetual') === 'perpetual' ? contract(entry) : null
