import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/** A price as the venue writes it: `mantissa` / 10^`decimals`. */
export interface Written {
  decimals: number
  mantissa: number
}

const decimalsMost = 16
const raw = decimalsMost + 1

/**
 * Writes a price exactly, as its distance from the pair's last one: prices are decimals, so most take a byte or
 * two of the eight. One that is no such decimal is written whole. `last` is brought up to date.
 */
export function writePrice(writer: ByteWriter, price: number, last: Written): void {
  const decimals = decimalsOf(price, last.decimals)
  if (decimals === null) {
    writer.uint(raw)
    return writer.float(price)
  }
  if (decimals !== last.decimals) last.mantissa = 0
  const mantissa = Math.round(price * 10 ** decimals)
  writer.uint(decimals)
  writer.int(mantissa - last.mantissa)
  Object.assign(last, { decimals, mantissa })
}

export function readPrice(reader: ByteReader, last: Written): number {
  const decimals = reader.uint()
  if (decimals === raw) return reader.float()
  if (decimals !== last.decimals) last.mantissa = 0
  const mantissa = last.mantissa + reader.int()
  Object.assign(last, { decimals, mantissa })
  return mantissa / 10 ** decimals
}

/** Decimals that write a price exactly, those of the last price where they do; null: none. */
function decimalsOf(price: number, before: number): number | null {
  const isExact = (decimals: number) => {
    const mantissa = Math.round(price * 10 ** decimals)
    return mantissa < 2 ** 50 && mantissa / 10 ** decimals === price
  }
  if (isExact(before)) return before
  for (let decimals = before + 1; decimals <= decimalsMost; decimals++) if (isExact(decimals)) return decimals
  return null
}
