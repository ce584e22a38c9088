import type { Sides } from './sides.ts'

// Kraken writes bitcoin XBT and dogecoin XDG, and put an X before its first coins and a Z before
// its first fiat: XXBTZUSD. https://support.kraken.com/articles/360001206766

const renamed: Readonly<Record<string, string>> = { XBT: 'BTC', XDG: 'DOGE' }
// A list, for newer coins begin with these letters by themselves: ZETA, XCAD.
const firstCoin = 'X(?:XBT|ETH|ETC|LTC|XRP|XLM|XMR|XDG|ZEC|REP|MLN|ICN|DAO|NMC|XVN)'
const firstFiat = 'Z(?:USD|EUR|GBP|JPY|CAD|AUD|KRW)'
const marked = /*#__PURE__*/ new RegExp(`^(?:${firstCoin}|${firstFiat})$`)

/** The name everyone else gives an asset: `XXBT` is BTC, `ZUSD` USD, `ZETA` itself. */
export function coinOf(asset: string): string {
  const short = marked.test(asset) ? asset.slice(1) : asset
  return renamed[short] ?? short
}

/** Sides of a name such as `XBT/USD`; null where it has no slash. */
export function sidesOfName(name: string): Sides | null {
  const [base, quote, ...rest] = name.split('/')
  return base && quote && rest.length === 0 ? { base: coinOf(base), quote: coinOf(quote) } : null
}

const quotes = 'USDT|USDC|USD|EUR|GBP|JPY|CAD|AUD|CHF|DAI|XBT|ETH'
// A quote is marked only behind a marked base: XTZUSD is Tezos in USD, ADXXBT is ADX in bitcoin.
const joined = /*#__PURE__*/ new RegExp(
  `^(?:(${firstCoin}|${firstFiat}|USDT)(${firstFiat}|XXBT|XETH)|(.{2,}?)(${quotes}))$`,
)

/** The stream's name (`BTC/USD`) of a pair by the id that REST gives it; a name with a slash stays as it is. */
export function streamSymbol(id: string): string {
  const [, first, against, base = first, quote = against] = joined.exec(id) ?? []
  return base && quote && !id.includes('/') ? `${coinOf(base)}/${coinOf(quote)}` : id
}
