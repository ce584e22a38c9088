import type { Exchange } from '../exchange.ts'

const parameter =
  /[?&](?:symbols?|inst_?id|pair|product_code|currency_pair|markets?|instrument_name|contract(?:_code)?)=([^&#,]+)(?=&|#|$)/i

/** The symbol that a REST URL requests, as the exchange's list has it; undefined where it requests none or several. */
export function requestedSymbol(
  exchange: Pick<Exchange, 'requestedSymbol'>,
  url: string,
): string | undefined {
  const written = exchange.requestedSymbol?.(url) ?? parameter.exec(url)?.[1]
  return written === undefined ? undefined : decoded(written)
}

/** Some coins have names of other letters than ours. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
