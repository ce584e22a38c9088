import { text } from '../../validate/text-values.ts'
import { number } from '../../validate/values.ts'
import type { JsonObject } from '../../wire/json.ts'
import type { Sides } from '../../wire/sides.ts'
import { lookup, path } from '../../wire/wire-field.ts'
import { mapContract } from '../map-perpetual.ts'
import { above, below } from '../price-band.ts'

// What Bybit calls and lists as a contract.

const joined = /^(.+?)(USDT|USDC|USDE|USD)$/

/** Of BTCUSDT and BTCPERP. */
export function sidesOf(symbol: string): Sides | null {
  const [, base, quote] = joined.exec(symbol) ?? []
  if (base && quote) return { base, quote }
  // BTCPERP is settled in USDC.
  const [, coin] = /^(.+)PERP$/.exec(symbol) ?? []
  return coin ? { base: coin, quote: 'USDC' } : null
}

/** `BTC-27MAR26`, `BTCUSDT-27MAR26`, options, and inverse quarters such as `BTCUSDH26`. */
export const isDated = (symbol: unknown) =>
  /-\d{1,2}[A-Z]{3}\d{2}|USD[FGHJKMNQUVXZ]\d{2}$/.test(text(symbol) ?? '')

/** BTCUSD. */
export const isInverse = (symbol: unknown) => (text(symbol) ?? '').endsWith('USD')

const minutes = ({ fundingInterval }: JsonObject) => (number(fundingInterval) ?? Number.NaN) / 60
const traditional = ['stock', 'commodity', 'forex', 'xstocks']

/** Beyond this no order is taken; nearer to the mark, by X and the average premium, most of them are not either. */
const outerLimit = path('riskParameters', 'priceLimitRatioY')

/** A contract of instruments-info. */
export const contract = mapContract({
  symbol: 'symbol',
  base: 'baseCoin',
  quote: 'quoteCoin',
  settle: 'settleCoin',
  margin: lookup('contractType', { LinearPerpetual: 'linear', InversePerpetual: 'inverse' }),
  contractSize: () => 1,
  state: lookup('status', {
    Trading: 'trading',
    PreLaunch: 'prelisting',
    Delivering: 'halted',
    Closed: 'delisted',
  }),
  class: ({ isPreListing, symbolType }) =>
    isPreListing === true
      ? 'pre-market'
      : traditional.includes(String(symbolType))
        ? 'traditional'
        : 'crypto',
  delistingAt: 'deliveryTime',
  intervalH: minutes,
  cap: 'upperFundingRate',
  floor: 'lowerFundingRate',
  upperBand: above(outerLimit),
  lowerBand: below(outerLimit),
})

/** Whether an entry of instruments-info is no dated future. */
export const isPerpetual = ({ contractType }: JsonObject) => (text(contractType) ?? '').endsWith('Perpetual')
