import type { Sides } from './sides.ts'
import { inTable } from './wire-field.ts'

// Kraken writes XBT for bitcoin and XDG for dogecoin, with an X before its oldest coins and a Z before its oldest
// fiat currencies: XXBTZUSD. https://support.kraken.com/articles/360001206766

const commonNames: Readonly<Record<string, string>> = { XBT: 'BTC', XDG: 'DOGE' }
// Listed one by one: names of newer coins begin with these letters too (ZETA, XCAD).
const oldCoin = 'X(?:XBT|ETH|ETC|LTC|XRP|XLM|XMR|XDG|ZEC|REP|MLN|ICN|DAO|NMC|XVN)'
const oldFiat = 'Z(?:USD|EUR|GBP|JPY|CAD|AUD|KRW)'
const prefixed = /*#__PURE__*/ new RegExp(`^(?:${oldCoin}|${oldFiat})$`)

/** The common name of an asset: BTC for `XXBT`, USD for `ZUSD`, ZETA for `ZETA`. */
export function coinOf(asset: string): string {
  const short = prefixed.test(asset) ? asset.slice(1) : asset
  return inTable(short, commonNames) ?? short
}

/** Sides of a name such as `XBT/USD`; null where it has no slash. */
export function sidesOfName(name: string): Sides | null {
  const [base, quote, ...rest] = name.split('/')
  return base && quote && rest.length === 0 ? { base: coinOf(base), quote: coinOf(quote) } : null
}

const quotes = 'USDT|USDC|USD|EUR|GBP|JPY|CAD|AUD|CHF|DAI|XBT|ETH'
// Only a prefixed base has a prefixed quote: XTZUSD is Tezos in USD, ADXXBT is ADX in bitcoin.
const joined = /*#__PURE__*/ new RegExp(
  `^(?:(${oldCoin}|${oldFiat}|USDT)(${oldFiat}|XXBT|XETH)|(.{2,}?)(${quotes}))$`,
)

/**
 * The streams' symbol (`BTC/USD`) of a pair. Its listing tells it, by `wsname` with XBT and XDG replaced; without one it
 * is guessed from the REST id, which does not show where the name of a new coin ends. A name with a slash stays as it is.
 */
export function streamSymbol(id: string, listing?: Sides): string {
  if (listing) return `${listing.base}/${listing.quote}`
  const [, first, against, base = first, quote = against] = joined.exec(id) ?? []
  return base && quote && !id.includes('/') ? `${coinOf(base)}/${coinOf(quote)}` : id
}
