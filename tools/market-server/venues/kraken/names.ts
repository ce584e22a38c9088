// Kraken's asset names: bitcoin is XBT; the first coins carry an X in front, the first fiat currencies a Z, and
// a pair of two such names keeps both prefixes: XXBTZUSD, but ADAUSD.
// https://support.kraken.com/articles/360001206766

const firstCoins = 'XBT ETH ETC LTC XRP XLM XMR ZEC REP MLN ICN'.split(' ')
const firstFiat = 'USD EUR GBP JPY CAD AUD'.split(' ')

/** The name used in `altname` and in the stream's old `wsname`: `XBT`. */
export const altName = (coin: string): string => (coin === 'BTC' ? 'XBT' : coin)

/** The id of an asset: `XXBT`, `ZUSD`, `ADA`. */
export function assetId(coin: string): string {
  const name = altName(coin)
  if (firstCoins.includes(name)) return `X${name}`
  return firstFiat.includes(name) ? `Z${name}` : name
}

/** The id of a pair in REST: prefixes only where both sides have one. */
export function pairId(base: string, quote: string): string {
  const ids = [assetId(base), assetId(quote)]
  const names = [altName(base), altName(quote)]
  return (ids.every((id, i) => id !== names[i]) ? ids : names).join('')
}
