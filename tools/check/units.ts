import type { Candle } from '../../src/market/row.ts'
import type { Tick } from '../../src/market/tick.ts'
import { ofType } from './main-pair.ts'
import { median } from './median.ts'
import type { Probe } from './probe.ts'
import { dayVolumeIn, priceIn, type Reference } from './references.ts'

/** Turnover over volume × price: the average price of a day moves, yet hardly by this factor. */
const maxTurnoverFactor = 2.5
/** The price of one coin at two venues, or in two of a venue's own messages a minute apart. */
const maxPriceFactor = 1.25
/** The pace of some trades against that of a day. */
const maxPaceFactor = 100

const isFar = (ratio: number, factor: number) => ratio > factor || ratio < 1 / factor

/**
 * What is wrong with the size of a message's numbers, by themselves and against what the venue's messages agree on;
 * null: nothing.
 */
export function wrongSize(probe: Pick<Probe, 'rows'>, reference: Reference | undefined): string | null {
  const ticks = ofType(probe.rows, 'tick')
  const turnover = turnoverFactor([...ticks, ...ofType(probe.rows, 'candle')])
  if (turnover !== null && isFar(turnover, maxTurnoverFactor))
    return `turnover is ${figure(turnover)} times volume × price`
  const outside = ticks.filter(
    ({ last, low = last, high = last }) => last < low / maxPriceFactor || last > high * maxPriceFactor,
  )
  if (outside.length > ticks.length / 2) return 'last prices lie outside of the day’s low and high'
  const quoted = median(
    ticks.flatMap(({ bid, ask, last }) => (bid && ask ? [last / Math.sqrt(bid * ask)] : [])),
  )
  if (quoted !== null && isFar(quoted, maxPriceFactor))
    return `last prices are ${figure(quoted)} times the quotes`
  return reference ? wrongAgainst(probe, reference) : null
}

function wrongAgainst(probe: Pick<Probe, 'rows'>, reference: Reference): string | null {
  const { symbol } = reference
  const price = (priceIn(probe, symbol) ?? NaN) / (reference.price ?? NaN)
  if (isFar(price, maxPriceFactor))
    return `the price of ${symbol} is ${figure(price)} times what all else says`
  const volume = (dayVolumeIn(probe, symbol) ?? NaN) / (reference.dayVolume ?? NaN)
  return isFar(volume, maxPaceFactor)
    ? `the volume of ${symbol} is ${figure(volume)} times what all else comes to`
    : null
}

/** The median of turnover ÷ (volume × price). */
function turnoverFactor(rows: readonly (Tick | Candle)[]): number | null {
  return median(
    rows.flatMap((row) => {
      const { baseVolume = 0, quoteVolume = 0 } = row
      const price = row.type === 'tick' ? row.last : row.close
      return baseVolume > 0 && quoteVolume > 0 ? [quoteVolume / (baseVolume * price)] : []
    }),
  )
}

const figure = (ratio: number) => String(Number(ratio.toPrecision(3)))
