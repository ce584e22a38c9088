import { plainDecimal } from '../plain-decimal.ts'
import type { Products } from './products.ts'

const pattern = /^(mark|index|funding|estimatedfunding)\.(.+)$/

/** Whether a channel is of one value of a contract. An index is named by what it is of. */
export const isValuation = (channel: string): boolean => pattern.test(channel)

/** The channels of marks, indices and funding. */
export interface Valuations {
  /** What is told on a channel now; null where there is no such instrument. */
  of(channel: string): unknown
  /** Of these channels those on which something is told in this step: marks and indices once a second, funding once a minute. */
  due(channels: Iterable<string>): readonly string[]
}

/** Opens them. */
export function openValuations({ contracts, perpetual, named }: Products): Valuations {
  let spoken = Math.floor(perpetual.now / 1000)
  return {
    of(subscription) {
      const [, channel, name = ''] = pattern.exec(subscription) ?? []
      const isNamed = name.endsWith(channel === 'index' ? '-INDEX' : '-PERP')
      const product = isNamed ? named(name.replace(/-INDEX$/, '-PERP')) : null
      if (!product) return null
      const { mark, index, fundingRate } = contracts.termsOf(product.listing)
      const { priced } = product.unit
      const value = channel === 'mark' ? priced(mark) : channel === 'index' ? priced(index) : fundingRate
      const data = [{ v: plainDecimal(value), t: Math.floor(perpetual.now / 1000) * 1000 }]
      return { instrument_name: name, subscription, channel, data }
    },
    due(channels) {
      const second = Math.floor(perpetual.now / 1000)
      if (second === spoken) return []
      const isMinute = Math.floor(second / 60) !== Math.floor(spoken / 60)
      spoken = second
      return [...channels].filter((channel) => isMinute || !/^(?:estimated)?funding\./.test(channel))
    },
  }
}
