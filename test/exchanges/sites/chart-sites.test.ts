import { expect, test } from 'vitest'
import { siteOf, sites } from '../../../src/exchanges/registry.ts'
import { chartSiteOfUrl, chartSites } from '../../../src/exchanges/sites/charts/chart-sites.ts'

test.each([
  ['https://www.tradingview.com/chart/?symbol=BINANCE%3ASYSBTC', 'tradingview'],
  ['https://jp.tradingview.com/symbols/BTCJPY/', 'tradingview'],
  ['https://tradingview.com/', 'tradingview'],
  ['https://www.coingecko.com/ja', 'coingecko'],
  ['https://coinmarketcap.com/currencies/bitcoin/', 'coinmarketcap'],
  ['https://dexscreener.com/ethereum/0x6982508145454ce325ddbe47a25d4ec3d2311933', 'dexscreener'],
])('%s is a page of %s', (href, id) => {
  expect(chartSiteOfUrl(href)?.id).toBe(id)
})

test.each([
  'http://www.tradingview.com/chart/?symbol=BINANCE%3ASYSBTC',
  'https://www.tradingview.com.evil.test/chart/?symbol=BINANCE%3ASYSBTC',
  'https://nottradingview.com/chart/?symbol=BINANCE%3ASYSBTC',
  'https://evil.test/?https://www.tradingview.com/',
  'https://evil.test#.tradingview.com/',
  'https://evil.test\\.tradingview.com/',
  'https://x@www.tradingview.com/',
  'https://evil.coinmarketcap.com/currencies/bitcoin/',
  'https://www.binance.com/en/trade/SYS_BTC',
  '',
])('%s is of no chart site', (href) => {
  expect(chartSiteOfUrl(href)).toBeNull()
})

test('no page is of a venue as well, and no id is that of one', () => {
  const pages = new Set(sites.flatMap((site) => site.pages))
  expect(chartSites.filter(({ id }) => siteOf(id) !== undefined)).toEqual([])
  expect(chartSites.flatMap((site) => site.pages).filter((page) => pages.has(page))).toEqual([])
})
