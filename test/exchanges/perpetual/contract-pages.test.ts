import { describe, expect, test } from 'vitest'
import { pageAt } from '../../../src/exchanges/sites/page-at.ts'
import { siteOf } from '../../../src/exchanges/registry.ts'

// The page of a contract is that of its symbol, and is read back as one of the coin itself.

const pages = [
  ['bybit', 'BTC', 'USDT', 'BTCUSDT', 'https://www.bybit.com/en/trade/usdt/BTCUSDT'],
  ['bybit', 'PEPE', 'USDT', '1000PEPEUSDT', 'https://www.bybit.com/en/trade/usdt/1000PEPEUSDT'],
  ['bybit', 'SHIB', 'USDT', 'SHIB1000USDT', 'https://www.bybit.com/en/trade/usdt/SHIB1000USDT'],
  ['bybit', 'BTC', 'USDC', 'BTCPERP', 'https://www.bybit.com/en/trade/usdc/BTCPERP'],
  ['okx', 'BTC', 'USDT', 'BTC-USDT-SWAP', 'https://www.okx.com/trade-swap/btc-usdt-swap'],
  ['okx', 'BTC', 'USD', 'BTC-USD_UM-SWAP', 'https://www.okx.com/trade-swap/btc-usd_um-swap'],
  ['okx', '1INCH', 'USDT', '1INCH-USDT-SWAP', 'https://www.okx.com/trade-swap/1inch-usdt-swap'],
  ['gate', 'BTC', 'USDT', 'BTC_USDT', 'https://www.gate.com/futures/USDT/BTC_USDT'],
  ['gate', 'SATS', 'USDT', '1000SATS_USDT', 'https://www.gate.com/futures/USDT/1000SATS_USDT'],
  ['hyperliquid', 'BTC', 'USDC', 'BTC', 'https://app.hyperliquid.xyz/trade/BTC'],
  ['hyperliquid', 'PEPE', 'USDC', 'kPEPE', 'https://app.hyperliquid.xyz/trade/kPEPE'],
  // Of exchanges that others run there.
  ['hyperliquid', 'BTC', 'USDE', 'hyna:BTC', 'https://app.hyperliquid.xyz/trade/hyna:BTC'],
  ['hyperliquid', 'TSLA', 'USDH', 'flx:TSLA', 'https://app.hyperliquid.xyz/trade/flx:TSLA'],
] as const

describe.each(pages)('%s: %s/%s', (exchange, base, quote, symbol, page) => {
  const site = siteOf(exchange)?.perpetual

  test(`${symbol} has its page`, () => {
    expect(site?.pageOf({ base, quote, symbol }, 'en')).toBe(page)
  })

  test('is read back in both languages', () => {
    for (const locale of ['en', 'ja']) {
      const href = site?.pageOf({ base, quote, symbol }, locale) ?? ''
      expect(pageAt(href)).toMatchObject({ exchange, base, quote, market: 'perpetual' })
      expect(site?.pairOf(href)).toEqual({ base, quote })
    }
  })
})

test('where others on Hyperliquid take the same dollar, a page could be of its own contract, and is not read', () => {
  const site = siteOf('hyperliquid-perpetual')
  const href = 'https://app.hyperliquid.xyz/trade/xyz:TSLA'
  expect(site?.pageOf({ base: 'TSLA', quote: 'USDC', symbol: 'xyz:TSLA' }, 'en')).toBe(href)
  expect(pageAt(href)).toEqual({ exchange: 'hyperliquid', base: 'TSLA', quote: 'USDC', market: 'perpetual' })
  expect(site?.pairOf(href)).toBeNull()
})
