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
