import type { Exchange } from '../exchange.ts'

const parameter =
  /[?&](?:symbols?|inst_?id|pair|product_code|currency_pair|markets?|instrument_name|contract(?:_code)?)=([^&#,]+)(?=&|#|$)/i

/** The symbol that a REST URL requests, as written there; undefined where it requests none or several. */
export function requestedSymbol(
  exchange: Pick<Exchange, 'requestedSymbol'>,
  url: string,
): string | undefined {
  return exchange.requestedSymbol?.(url) ?? parameter.exec(url)?.[1]
}
