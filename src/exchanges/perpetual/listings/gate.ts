import { text } from '../../validate/text-values.ts'
import { number } from '../../validate/values.ts'
import { seconds } from '../../wire/decoders.ts'
import type { JsonObject } from '../../wire/json.ts'
import { baseFirst } from '../../wire/sides.ts'
import { mapContract } from '../map-perpetual.ts'
import { above, below } from '../price-band.ts'

// What Gate calls and lists as a contract.

/** Hours of seconds. */
export const intervalH = ({ funding_interval: interval }: JsonObject) =>
  (number(interval) ?? Number.NaN) / 3600
/** A contract of an inverse market has no multiplier, and is worth a dollar. */
const contractSize = ({ quanto_multiplier: multiplier }: JsonObject) => number(multiplier) || 1
const sideOf = (place: 'base' | 'quote') => (entry: JsonObject) =>
  baseFirst(text(entry.name) ?? '', '_')?.[place]

/** A contract of futures/{settle}/contracts. */
export const contract = mapContract({
  symbol: 'name',
  base: sideOf('base'),
  quote: sideOf('quote'),
  margin: ({ type }) => (type === 'inverse' ? 'inverse' : 'linear'),
  settle: (entry) => sideOf(entry.type === 'inverse' ? 'base' : 'quote')(entry),
  contractSize,
  state: ({ status, in_delisting: isEnding, position_size: held }) => {
    if (status === 'prelaunch') return 'prelisting'
    if (status === 'delisted') return 'delisted'
    // With open positions it is traded until they are settled, without any it is over.
    if (isEnding === true) return number(held) === 0 ? 'delisted' : 'cancel-only'
    return status === 'delisting' ? 'cancel-only' : 'trading'
  },
  class: ({ is_pre_market: isPreMarket, contract_type: type }) =>
    isPreMarket === true ? 'pre-market' : text(type) === undefined ? 'crypto' : 'traditional',
  intervalH,
  cap: 'funding_rate_limit',
  floor: ({ funding_rate_limit: limit }) => -(number(limit) ?? Number.NaN),
  delistingAt: seconds('delisting_time'),
  upperBand: above('order_price_deviate'),
  lowerBand: below('order_price_deviate'),
})

/** A dated future has a third part in its name. */
export const isDated = (entry: JsonObject) => {
  const symbol = text(entry.contract) ?? text(entry.name)
  return symbol !== undefined && baseFirst(symbol, '_') === null
}
