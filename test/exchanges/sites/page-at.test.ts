import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageAt } from '../../../src/exchanges/sites/page-at.ts'
import { siteOf } from '../../../src/exchanges/registry.ts'

/** `binance BTC/USDT perpetual`; null for a page that shows no pair. */
const read = (href: string) => {
  const page = pageAt(href)
  return page && `${page.exchange} ${page.base}/${page.quote} ${page.market}`
}

describe('the address of a perpetual contract names its venue, its coin and its quote', () => {
  test.each([
    ['https://www.binance.com/en/futures/BTCUSDT', 'binance BTC/USDT'],
    ['https://www.binance.com/futures/btcusdc?_from=markets', 'binance BTC/USDC'],
    ['https://www.binance.com/zh-TC/futures/1000PEPEUSDT/', 'binance PEPE/USDT'],
    ['https://www.binance.com/en/futures/1MBABYDOGEUSDT', 'binance BABYDOGE/USDT'],
    ['https://www.binance.com/en/futures/1INCHUSDT', 'binance 1INCH/USDT'],
    ['https://www.binance.com/en/futures/%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT', 'binance 币安人生/USDT'],
    ['https://www.binance.com/en/delivery/btcusd_perpetual', 'binance BTC/USD'],
    ['https://www.binance.com/en/delivery/dotusd_perp', 'binance DOT/USD'],
    ['https://www.bybit.com/trade/usdt/SHIB1000USDT', 'bybit SHIB/USDT'],
    ['https://www.bybit.com/en-US/trade/futures/usdc/BTC-PERP', 'bybit BTC/USDC'],
    ['https://www.bybit.com/trade/usdc/BTCPERP', 'bybit BTC/USDC'],
    ['https://www.bybit.com/ja-JP/trade/inverse/BNBUSD', 'bybit BNB/USD'],
    ['https://www.okx.com/zh-hans-ae/trade-swap/btc-usdt-swap', 'okx BTC/USDT'],
    ['https://www.okx.com/trade-swap/btc-usd_um-swap', 'okx BTC/USD'],
    ['https://www.gate.com/futures/USDT/BTC_USDT', 'gate BTC/USDT'],
    ['https://www.gate.io/ja/futures_trade/USDT/BTC_USDT', 'gate BTC/USDT'],
    ['https://www.gate.com/futures/BTC/BTC_USD', 'gate BTC/USD'],
    ['https://www.mexc.com/ja-JP/futures/PEPE_USDT?type=linear_swap', 'mexc PEPE/USDT'],
    ['https://futures.mexc.com/exchange/BTC_USDT', 'mexc BTC/USDT'],
    ['https://www.bitget.com/asia/futures/usdt/BTCUSDT', 'bitget BTC/USDT'],
    ['https://www.bitget.com/futures/usdc/BTCPERP', 'bitget BTC/USDC'],
    ['https://www.bitget.com/en/futures/coin/BTCUSD', 'bitget BTC/USD'],
    ['https://www.bitget.com/en/mix/usdt/BTCUSDT_UMCBL', 'bitget BTC/USDT'],
    ['https://www.kucoin.com/ja/trade/futures/XBTUSDTM', 'kucoin BTC/USDT'],
    ['https://www.kucoin.com/futures/trade/DOTUSDM', 'kucoin DOT/USD'],
    [
      'https://www.htx.com/en-us/futures/linear_swap/exchange#contract_code=BTC-USDT&type=cross',
      'htx BTC/USDT',
    ],
    [
      'https://www.htx.com/futures/linear_swap/exchange/?a=1#type=cross&contract_code=btc-usdt',
      'htx BTC/USDT',
    ],
    ['https://www.htx.com/futures/linear_swap/exchange?contract_code=BTC-USDT', 'htx BTC/USDT'],
    ['https://www.htx.com/futures/linear_swap/exchange#contract_code=BTC%2DUSDT', 'htx BTC/USDT'],
    ['https://www.huobi.com/en-us/futures/linear_swap/exchange#contract_code=BTC-USDT', 'htx BTC/USDT'],
    ['https://crypto.com/exchange/trade/BTCUSD-PERP', 'cryptocom BTC/USD'],
    ['https://www.coinbase.com/advanced-trade/perpetuals/BTC-PERP-INTX', 'coinbase BTC/USDC'],
    ['https://www.coinbase.com/ja/advanced-trade/perpetuals/1000PEPE-PERP', 'coinbase PEPE/USDC'],
    ['https://pro.kraken.com/app/trade/futures-btc-usd-perp', 'kraken BTC/USD'],
    ['https://futures.kraken.com/trade/futures/PF_XBTUSD', 'kraken BTC/USD'],
    ['https://lightning.bitflyer.com/trade/fxbtcjpy', 'bitflyer BTC/JPY'],
    ['https://lightning.bitflyer.com/trade/FX_BTC_JPY', 'bitflyer BTC/JPY'],
    ['https://app.hyperliquid.xyz/trade/BTC', 'hyperliquid BTC/USDC'],
    ['https://app.hyperliquid.xyz/trade/kPEPE/', 'hyperliquid PEPE/USDC'],
    ['https://app.hyperliquid.xyz/trade/xyz%3ASPCX?x=1', 'hyperliquid SPCX/USDC'],
    ['https://app.hyperliquid.xyz/trade/hyna:BTC', 'hyperliquid BTC/USDE'],
    ['https://tr.okx.com/trade-swap/btc-usdt-swap', 'okx BTC/USDT'],
    ['https://www.bybit.nl/en/trade/usdt/BTCUSDT', 'bybit BTC/USDT'],
  ])('%s', (href, expected) => {
    expect(read(href)).toBe(`${expected} perpetual`)
  })
})

describe('further addresses of spot pairs, those of margin and of regional companies included', () => {
  test.each([
    ['https://www.binance.com/trade/BTCUSDT', 'binance BTC/USDT'],
    ['https://www.binance.com/en/trade/pro/BNBBUSD?layout=pro', 'binance BNB/BUSD'],
    ['https://www.binance.com/en/trade/SYS_BTC?type=isolated', 'binance SYS/BTC'],
    ['https://binance.com/ja/trade-margin/ETH_BTC', 'binance ETH/BTC'],
    ['https://www.okx.com/ru/trade-margin/btc-usdt', 'okx BTC/USDT'],
    ['https://my.okx.com/en-eu/trade-spot/btc-eur', 'okx BTC/EUR'],
    ['https://app.okx.com/trade-spot/btc-usd', 'okx BTC/USD'],
    ['https://www.bybit.eu/en-EU/trade/spot/USDE/USDT', 'bybit USDE/USDT'],
    ['https://manepa.jp/ja-JP/trade/spot/BTC/JPY', 'bybit BTC/JPY'],
    ['https://www.kucoin.eu/trade/BTC-EUR', 'kucoin BTC/EUR'],
    ['https://www.kucoin.com/trade/margin/BTC-USDT', 'kucoin BTC/USDT'],
    ['https://www.gate.com/en-eu/trade/BTC_USDC', 'gate BTC/USDC'],
    ['https://www.gateeu.com/trade/BTC_USDC', 'gate BTC/USDC'],
    ['https://www.gate.io/margin_trade/BTC_USDT', 'gate BTC/USDT'],
    ['https://www.mexc.com/margin/BTC_USDT', 'mexc BTC/USDT'],
    ['https://www.bitget.com/asia/spot/BTCUSDT', 'bitget BTC/USDT'],
    ['https://crypto.com/exchange/trade/spot/BTC_USD', 'cryptocom BTC/USD'],
    ['https://www.crypto.com/exchange/trade/BTC_USD', 'cryptocom BTC/USD'],
    ['https://pro.kraken.com/app/trade/margin-btc-usd', 'kraken BTC/USD'],
    ['https://coincheck.com/ja/charts/coincheck/btc_jpy/3600', 'coincheck BTC/JPY'],
    ['https://coin.z.com/jp/member/trade/#/btc_jpy', 'gmocoin BTC/JPY'],
    ['https://m.bithumb.com/react/trade/order/BTC-KRW', 'bithumb BTC/KRW'],
    ['https://www.bithumb.com/react/trade/chart/BTC-KRW', 'bithumb BTC/KRW'],
    ['https://www.gate.com/%74rade/BTC%5FUSDT', 'gate BTC/USDT'],
    ['https://www.upbit.com/exchange?code=CRIX.UPBIT.KRW-BTC', 'upbit BTC/KRW'],
    ['https://app.hyperliquid.xyz/trade/HYPE/USDC', 'hyperliquid HYPE/USDC'],
  ])('%s', (href, expected) => {
    expect(read(href)).toBe(`${expected} spot`)
  })
})

test.each([
  ['https://www.tradingview.com/chart/?symbol=BINANCE%3ASYSBTC', 'SYS/BTC spot, binance by tradingview'],
  [
    'https://www.tradingview.com/chart/Ab1/?symbol=BINANCE:BTCUSDT.P',
    'BTC/USDT perpetual, binance by tradingview',
  ],
  [
    'https://jp.tradingview.com/symbols/BTCUSD.P/?exchange=BINANCE',
    'BTC/USD perpetual, binance by tradingview',
  ],
  ['https://www.tradingview.com/symbols/DOTUSD/?exchange=COINBASE', 'DOT/USD spot, coinbase by tradingview'],
  [
    'https://www.tradingview.com/chart/?symbol=BITFLYER:FXBTCJPY',
    'BTC/JPY perpetual, bitflyer by tradingview',
  ],
  ['https://www.tradingview.com/symbols/SYSUSD/', 'SYS by tradingview'],
  ['https://www.tradingview.com/symbols/BTC/?exchange=CRYPTOCAP', 'BTC by tradingview'],
  ['https://www.coingecko.com/en/coins/syscoin', 'SYS by coingecko'],
  ['https://www.coingecko.com/ja/%E3%82%B3%E3%82%A4%E3%83%B3/bitcoin#markets', 'BTC by coingecko'],
  ['https://coinmarketcap.com/ja/currencies/toncoin/markets/', 'TON by coinmarketcap'],
  ['https://dexscreener.com/ethereum/0x6982508145454Ce325dDbE47a25d4ec3d2311933', 'PEPE by dexscreener'],
])('a site of charts or coins: %s', (href, expected) => {
  const { base, quote, market, exchange, site } = pageAt(href)!
  expect(`${base}${exchange ? `/${quote} ${market}, ${exchange}` : ''} by ${site}`).toBe(expected)
})

test.each([
  // No coin that is known for sure.
  'https://www.tradingview.com/symbols/EURUSD/',
  'https://www.tradingview.com/symbols/NASDAQ-AAPL/',
  'https://www.tradingview.com/chart/?symbol=CRYPTOCAP:BTC.D',
  'https://www.tradingview.com/chart/?symbol=BINANCE:BTCUSDT/BINANCE:ETHUSDT',
  'https://www.tradingview.com/chart/',
  'https://www.coingecko.com/en/coins/pepe-of-another-chain',
  'https://www.coingecko.com/en/exchanges/bitcoin',
  'https://dexscreener.com/solana/dezxaz8z7pnrnrjjz3wxborgixca6xjnb7yab1ppb263',
  // Dated futures.
  'https://www.binance.com/en/futures/BTCUSDT_261225',
  'https://www.binance.com/en/delivery/btcusd_261225',
  'https://www.bybit.com/trade/usdt/BTCUSDT-25DEC26',
  'https://www.bybit.com/trade/inverse/BTCUSDZ26',
  'https://www.okx.com/trade-futures/btc-usdt-261225',
  'https://www.gate.com/futures-delivery/usdt/BTC_USDT_20261225',
  'https://www.kucoin.com/trade/futures/XBTMZ26',
  'https://www.htx.com/futures/linear_swap/exchange#contract_code=BTC-USDT-261225',
  'https://crypto.com/exchange/trade/BTCUSD-261225',
  'https://www.coinbase.com/advanced-trade/perpetuals/BIP-20DEC30-CDE',
  'https://futures.kraken.com/trade/futures/FI_XBTUSD_261225',
  // No pair in the address.
  'https://www.binance.com/en/futures',
  'https://www.htx.com/futures/linear_swap/exchange',
  'https://coincheck.com/exchange/tradeview',
  'https://app.hyperliquid.xyz/trade',
  'https://app.hyperliquid.xyz/trade/@107',
  // Other companies, other sites, no addresses.
  'https://www.binance.us/trade/BTC_USDT',
  'https://evil.example/https://www.binance.com/en/futures/BTCUSDT',
  'https://www.binance.com.evil.example/en/futures/BTCUSDT',
  'https://www.binance.com@evil.example/en/futures/BTCUSDT',
  'http://www.binance.com/en/futures/BTCUSDT',
  'javascript:"https://www.binance.com/en/futures/BTCUSDT"',
  'https://www.binance.com/en/futures/%E0%A4%AUSDT',
  '',
])('shows no pair: %s', (href) => {
  expect(pageAt(href)).toBeNull()
})

test('a banner shows as its own only what is read: no perpetual, no book of a regional company', () => {
  const pairOf = (id: string, href: string) => siteOf(id)!.pairOf(href)
  expect(pairOf('binance', 'https://www.binance.com/en/futures/BTCUSDT')).toBeNull()
  expect(pairOf('gate', 'https://www.gate.com/en-eu/trade/BTC_USDC')).toBeNull()
  expect(pairOf('gate', 'https://www.gate.com/en/trade/BTC_USDC')).toEqual({ base: 'BTC', quote: 'USDC' })
  expect(pairOf('okx', 'https://www.okx.com/trade-margin/btc-usdt')).toEqual({ base: 'BTC', quote: 'USDT' })
})

const starts = [
  'https://www.binance.com/en/futures/',
  'https://www.bybit.com/trade/usdt/',
  'https://www.htx.com/futures/linear_swap/exchange#contract_code=',
  'https://app.hyperliquid.xyz/trade/',
  'https://m.bithumb.com/trade/order/',
  'https://www.gate.com/futures/USDT/',
]
const others = [
  'https://www.tradingview.com/chart/?symbol=BINANCE:',
  'https://www.coingecko.com/en/coins/',
  'https://dexscreener.com/solana/',
]
const ends = ['USDT', '-USDT', '_USDT', '-PERP', '&contract_code=', '%', '%3A', '/', '']

test('whatever an address holds, it gives null or a whole pair in upper case, and never throws', () => {
  const odd = fc
    .tuple(fc.constantFrom(...starts, ...others), fc.string({ unit: 'binary' }), fc.constantFrom(...ends))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(odd, (href) => {
      const page = pageAt(href)
      for (const name of page ? [page.base, page.quote] : [])
        expect(name).toBe(name?.toUpperCase() || 'a name')
    }),
    { numRuns: 150 },
  )
})
