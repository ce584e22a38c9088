import { expect, test } from 'vitest'
import { requestedSymbol } from '../../../src/exchanges/validate/requested-symbol.ts'
import { mexcPerpetual } from '../../../src/exchanges/perpetual/venues/mexc.ts'

const rest = 'https://api.mexc.com/api'

test.each([
  [`${rest}/v3/trades?limit=5&symbol=BTCUSDT`, 'BTCUSDT'],
  [`${rest}/v3/trades?symbol=${encodeURIComponent('币安人生USDT')}`, '币安人生USDT'],
  [`${rest}/v3/trades?symbol=%E5%B8`, '%E5%B8'],
  [`${rest}/v3/trades?symbols=A,B`, undefined],
  [`${rest}/v3/exchangeInfo`, undefined],
])('%s requests %s', (url, symbol) => {
  expect(requestedSymbol({}, url)).toBe(symbol)
})

test.each([
  [`${rest}/v1/contract/deals/BTC_USDT?limit=100`, 'BTC_USDT'],
  [`${rest}/v1/contract/kline/${encodeURIComponent('币安人生_USDT')}?interval=Min1`, '币安人生_USDT'],
  [`${rest}/v1/contract/deals/${encodeURIComponent('GOLD(XAUT)_USDT')}`, 'GOLD(XAUT)_USDT'],
  [`${rest}/v1/contract/funding_rate`, undefined],
])('in its path %s requests %s', (url, symbol) => {
  expect(requestedSymbol(mexcPerpetual, url)).toBe(symbol)
})
