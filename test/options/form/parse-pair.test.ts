import { describe, expect, test } from 'vitest'
import { sites } from '../../../src/exchanges/registry.ts'
import { pairKey } from '../../../src/market/pair.ts'
import { marketOf } from '../../../src/market/venue-id.ts'
import { parsePair } from '../../../src/options/form/parse-pair.ts'

const read = (text: string, on: readonly string[] = ['binance', 'okx']) => {
  const found = parsePair(text, sites, on)
  return 'pair' in found ? pairKey(found.pair) : found.error
}

describe('parsing a pair', () => {
  test.each([
    ['SYS/BTC on Binance', 'binance:SYS/BTC'],
    ['sys / btc on binance', 'binance:SYS/BTC'],
    ['Binance SYS/BTC', 'binance:SYS/BTC'],
    ['binance:SYS/BTC', 'binance:SYS/BTC'],
    ['BinanceのSYS/BTC', 'binance:SYS/BTC'],
    ['SYS/BTC @ Binance', 'binance:SYS/BTC'],
    ['업비트 XRP/KRW', 'upbit:XRP/KRW'],
    ['GMOコインのBTC/JPY', 'gmocoin:BTC/JPY'],
    ['ＳＹＳ／ＢＴＣ　Ｂｉｎａｎｃｅ', 'binance:SYS/BTC'],
    ['BTC/JPY on GMO Coin', 'gmocoin:BTC/JPY'],
    ['CRO/USD @ crypto.com', 'cryptocom:CRO/USD'],
    // A coin may have the name of a word that is removed from venue names.
    ['ON/USDT on OKX', 'okx:ON/USDT'],
    ['币安人生/USDT on Binance', 'binance:币安人生/USDT'],
  ])('%s', (text, key) => expect(read(text)).toBe(key))

  const markets = sites.flatMap((site) => [site.hasSpot === false ? [] : site, site.perpetual ?? []].flat())
  test.each(markets.map((site) => [site.id, site] as const))(
    'reads the address of a trading page of %s',
    (id, site) => {
      const pair = {
        venue: id,
        base: 'BTC',
        quote: site.quotes?.[0] ?? (marketOf(id) === 'spot' ? 'JPY' : 'USDT'),
      }
      const href = site.pageOf(pair, 'ja')
      const found = site.pairOf(href)
      expect(read(href)).toBe(found ? pairKey({ venue: id, ...found }) : 'page')
      expect(found).not.toBeNull()
    },
  )

  test('needs no venue where only one is switched on', () => {
    expect(read('SYS/BTC', ['okx'])).toBe('okx:SYS/BTC')
    expect(read('SYS/BTC')).toBe('venue-missing')
    expect(read('SYS/BTC', [])).toBe('venue-missing')
  })

  test.each([
    ['SYSBTC on Binance', 'form'],
    ['/', 'form'],
    ['SYS/', 'form'],
    ['SYS/BTC on Mt. Gox', 'venue-unknown'],
    ['https://example.com/SYS_BTC', 'page'],
    ['https://www.binance.com/en/markets', 'page'],
    // What is longer than any address would take the longer the more there is.
    [`${'x'.repeat(3000)} SYS/BTC on Binance`, 'form'],
    [`${'\ufdfa'.repeat(200)} SYS/BTC on Binance`, 'form'],
  ])('rejects %s with its reason', (text, error) => expect(read(text)).toBe(error))
})
