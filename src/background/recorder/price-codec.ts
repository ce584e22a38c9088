import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/** A decimal price: `mantissa` / 10^`decimals`. */
export interface PriceState {
  decimals: number
  mantissa: number
}

const maxDecimals = 16
/** In place of `decimals`: the price follows as a float. */
const floatMarker = maxDecimals + 1

/**
 * Writes a price without loss, as the difference from the pair's last one: prices are decimals, so that most take
 * one or two bytes instead of eight. Any other number is written as a float. Updates `last`.
 */
export function writePrice(writer: ByteWriter, price: number, last: PriceState): void {
  const decimals = decimalsOf(price, last.decimals)
  if (decimals === null) {
    writer.uint(floatMarker)
    return writer.float(price)
  }
  if (decimals !== last.decimals) last.mantissa = 0
  const mantissa = Math.round(price * 10 ** decimals)
  writer.uint(decimals)
  writer.int(mantissa - last.mantissa)
  Object.assign(last, { decimals, mantissa })
}

export function readPrice(reader: ByteReader, last: PriceState): number {
  const decimals = reader.uint()
  if (decimals === floatMarker) return reader.float()
  if (decimals !== last.decimals) last.mantissa = 0
  const mantissa = last.mantissa + reader.int()
  Object.assign(last, { decimals, mantissa })
  return mantissa / 10 ** decimals
}

/** Decimals that represent a price exactly, preferably those of the last price; null: none do. */
function decimalsOf(price: number, before: number): number | null {
  const isExact = (decimals: number) => {
    const mantissa = Math.round(price * 10 ** decimals)
    return mantissa < 2 ** 50 && mantissa / 10 ** decimals === price
  }
  if (isExact(before)) return before
  for (let decimals = before + 1; decimals <= maxDecimals; decimals++) if (isExact(decimals)) return decimals
  return null
}
