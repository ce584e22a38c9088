import type { Candle } from '../../src/market/row.ts'
import type { Tick } from '../../src/market/tick.ts'
import { wrongTerms } from './contract-terms.ts'
import { figure } from './figure.ts'
import { ofType } from './main-pair.ts'
import { median } from './median.ts'
import type { Probe } from './probe.ts'
import { dayVolumeIn, priceIn, type Reference, termPricesIn, worthOf } from './references.ts'

/** Turnover over volume × price: the average price of a day moves, yet hardly by this factor. */
const maxTurnoverFactor = 2.5
/** The price of one coin at two venues, or in two of a venue's own messages a minute apart. */
const maxPriceFactor = 1.25
/** The pace of some trades against that of a day. */
const maxPaceFactor = 100
/** Open interest against the volume of a day: a twentieth of it to several times as much. */
const maxHeldFactor = 50
/** What a contract of Bitcoin is worth in units of the quote, where amounts are counted in contracts. */
const [leastWorth, mostWorth] = [1, 5000]

const isFar = (ratio: number, factor: number) => ratio > factor || ratio < 1 / factor
const isWrongWorth = (worth: number | null): worth is number =>
  worth !== null && (worth < leastWorth || worth > mostWorth)

/**
 * What is wrong with the size of a message's numbers, by themselves and against what the venue's messages agree on;
 * null: nothing.
 */
export function wrongSize(probe: Pick<Probe, 'rows'>, reference: Reference | undefined): string | null {
  // Where sizes are wrong, so is every amount that is counted in contracts: that is told of the list alone.
  const areSizesWrong = isWrongWorth(reference?.contractWorth ?? null)
  const ticks = ofType(probe.rows, 'tick')
  const turnover = turnoverFactor([...ticks, ...ofType(probe.rows, 'candle')])
  if (turnover !== null && isFar(turnover, maxTurnoverFactor) && !areSizesWrong)
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
  if (!reference) return wrongTerms(probe)
  return wrongContract(probe, reference) ?? wrongAgainst(probe, reference, areSizesWrong) ?? wrongTerms(probe)
}

/** What a list, or a message of its changes, says of the main contract. */
function wrongContract({ rows }: Pick<Probe, 'rows'>, { symbol, price, contractWorth }: Reference) {
  if (contractWorth === null || price === null) return null
  const worth = worthOf(symbol, price, ofType(rows, 'contract'))
  return isWrongWorth(worth) ? `a contract of ${symbol} would be worth ${figure(worth)}` : null
}

function wrongAgainst(
  probe: Pick<Probe, 'rows'>,
  { symbol, price, dayVolume }: Reference,
  areSizesWrong: boolean,
): string | null {
  const prices = [...termPricesIn(probe, symbol), ['price', priceIn(probe, symbol) ?? NaN] as const]
  for (const [name, value] of prices)
    if (isFar(value / (price ?? NaN), maxPriceFactor))
      return `the ${name} of ${symbol} is ${figure(value / price!)} times what all else says`
  if (areSizesWrong || dayVolume === null) return null
  const volume = (dayVolumeIn(probe, symbol) ?? NaN) / dayVolume
  if (isFar(volume, maxPaceFactor))
    return `the volume of ${symbol} is ${figure(volume)} times what all else comes to`
  const held = ofType(probe.rows, 'derivative').findLast((each) => each.symbol === symbol)?.openInterest
  return held && isFar(held / dayVolume, maxHeldFactor)
    ? `the open interest of ${symbol} is ${figure(held / dayVolume)} times the volume of a day`
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
