import type { ShownPair } from '../../exchange.ts'
import { coinOfContract } from '../create-site.ts'
import { decodeName } from '../trading-page.ts'
import type { Charted } from './charted.ts'
import { knownTickers } from './coin-names.ts'

// TradingView names markets `BINANCE:SYSBTC`, a perpetual contract `BINANCE:BTCUSDT.P`. Its own average of a coin is
// `CRYPTO:BTCUSD`, the worth of all of a coin `CRYPTOCAP:BTC`.

/** Ids of venues by TradingView's names, older ones included. */
const venues: Readonly<Record<string, string>> = {
  BINANCE: 'binance',
  BYBIT: 'bybit',
  OKX: 'okx',
  OKEX: 'okx',
  KUCOIN: 'kucoin',
  GATE: 'gate',
  GATEIO: 'gate',
  MEXC: 'mexc',
  BITGET: 'bitget',
  HTX: 'htx',
  HUOBI: 'htx',
  CRYPTOCOM: 'cryptocom',
  COINBASE: 'coinbase',
  KRAKEN: 'kraken',
  UPBIT: 'upbit',
  BITHUMB: 'bithumb',
  BITBANK: 'bitbank',
  GMOCOIN: 'gmocoin',
  BITFLYER: 'bitflyer',
  COINCHECK: 'coincheck',
  HYPERLIQUID: 'hyperliquid',
}

const common = 'USDT|USDC|USD1|USDE|EUR|GBP|AUD|CAD|CHF|TRY|BRL|JPY|KRW|DAI|BTC|ETH|BNB'
/** Binance quotes in three more dollars, and none in the dollar itself: BTCTUSD is there in TUSD, elsewhere in USD. */
const ofBinance = new RegExp(`^(.+?)(FDUSD|TUSD|BUSD|${common})$`)
const ofOthers = new RegExp(`^(.+?)(${common}|USD)$`)

const site = /^https:\/\/(?:[a-z]{2,3}\.)?tradingview\.com\/(?:chart|symbols)\b/i
const inQuery = /[?&]symbol=([^&#]*)/i
const inPath = /\/symbols\/([^/?#]+)/i
const exchangeInQuery = /[?&]exchange=([^&#]*)/i

/** What a chart or a page of a market on TradingView shows; null for what is no market of a coin that we know. */
export function onTradingView(href: string): Charted | null {
  if (!site.test(href)) return null
  const name = decodeName(inQuery.exec(href)?.[1] ?? inPath.exec(href)?.[1] ?? '') ?? ''
  const exchange = decodeName(exchangeInQuery.exec(href)?.[1] ?? '')
  const [, prefix = exchange ?? '', symbol = ''] = /^(?:([A-Z0-9]+)[:-])?([^:/*+\s-]+)$/.exec(name) ?? []
  if (symbol === '') return null
  if (prefix === '' || prefix === 'CRYPTO' || prefix === 'CRYPTOCAP') return coinOf(symbol, prefix)
  const venue = Object.hasOwn(venues, prefix) ? venues[prefix] : undefined
  const shown = venue === undefined ? null : marketOf(symbol, venue)
  return venue !== undefined && shown ? { venue, shown } : null
}

function coinOf(symbol: string, prefix: string): Charted | null {
  const coin = prefix === 'CRYPTOCAP' ? symbol : (/^(.+?)USDT?$/.exec(symbol)?.[1] ?? '')
  return knownTickers.has(coin) ? { coin } : null
}

function marketOf(symbol: string, venue: string): ShownPair | null {
  const [, pair = symbol, contract] = /^(.+?)(\.PM?|PERP)$/.exec(symbol) ?? []
  const isCfd = venue === 'bitflyer' && pair.startsWith('FX')
  const [, base, quote] =
    (venue === 'binance' ? ofBinance : ofOthers).exec(isCfd ? pair.slice(2) : pair) ?? []
  // Coin-margined ones of Binance are in the dollar.
  const [, coin] = contract !== undefined && !base ? (/^(.+)USD$/.exec(pair) ?? []) : []
  if (contract === undefined && !isCfd)
    return base && quote
      ? { base: venue === 'kraken' ? coinOfContract(base) : base, quote, market: 'spot', isRead: true }
      : null
  const named = base ?? coin
  return named
    ? { base: coinOfContract(named), quote: quote ?? 'USD', market: 'perpetual', isRead: false }
    : null
}
