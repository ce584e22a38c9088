import { expect, test } from 'vitest'
import type { PerpetualMarket } from '../../../src/exchanges/perpetual/perpetual-market.ts'
import { readPerpetual } from '../../../src/exchanges/perpetual/read-perpetual.ts'
import { binancePerpetual } from '../../../src/exchanges/perpetual/venues/binance.ts'
import { bybitPerpetual } from '../../../src/exchanges/perpetual/venues/bybit.ts'
import { htxPerpetual } from '../../../src/exchanges/perpetual/venues/htx.ts'
import { krakenPerpetual } from '../../../src/exchanges/perpetual/venues/kraken.ts'

// What venues flag and limit by themselves, as their documentation shows it.

const read = (market: PerpetualMarket, payload: unknown) =>
  readPerpetual(market, 'rest.derivatives', payload, { at: 1_780_000_000_000 }).rows

test('Binance tells its risk of auto-deleveraging in three words', () => {
  const rows = read(binancePerpetual, [
    { symbol: 'BTCUSDT', adlRisk: 'low', updateTime: 1_597_370_495_002 },
    { symbol: 'ETHUSDT', adlRisk: 'high', updateTime: 1_597_370_495_004 },
    { symbol: 'XRPUSDT', adlRisk: 'unheard of', updateTime: 1_597_370_495_004 },
  ])
  expect(rows).toMatchObject([
    { symbol: 'BTCUSDT', adlRisk: 'low' },
    { symbol: 'ETHUSDT', adlRisk: 'high' },
  ])
})

test('Bybit deleverages where a contract loses too much of its pool, or the pool is empty', () => {
  const riskOf = (balance: string, pnlRatio: string) => {
    const limits = { insurancePnlRatio: '-0.3', adlTriggerThreshold: '10000', adlStopRatio: '-0.25' }
    const list = [{ coin: 'USDT', symbol: 'BTCUSDT', balance, maxBalance: '', pnlRatio, ...limits }]
    const [row] = read(bybitPerpetual, { retCode: 0, result: { updatedTime: '1757733960000', list } })
    return row?.type === 'derivative' ? row.adlRisk : undefined
  }
  expect(riskOf('92203504694.99', '-0.560973')).toBe('high')
  expect(riskOf('92203504694.99', '-0.29')).toBe('low')
  // A pool so small goes by its balance alone.
  expect(riskOf('9000', '-0.560973')).toBe('low')
  expect(riskOf('-5421.29', '0')).toBe('high')
  expect(riskOf('', '-0.560973')).toBeUndefined()
})

test('Kraken tells dislocation and extreme volatility, under the names of then and now', () => {
  const status = (more: object) =>
    read(krakenPerpetual, { result: 'success', instrumentStatus: [{ tradeable: 'PF_XBTUSD', ...more }] })[0]
  expect(status({ isExperiencingDislocation: true, isExperiencingExtremeVolatility: false })).toMatchObject({
    ...{ symbol: 'PF_XBTUSD', isDislocated: true, isVolatile: false },
  })
  expect(status({ experiencingDislocation: false, experiencingExtremeVolatility: true })).toMatchObject({
    ...{ symbol: 'PF_XBTUSD', isDislocated: false, isVolatile: true },
  })
  expect(read(krakenPerpetual, { instrumentStatus: [{ tradeable: 'FF_XBTUSD_261225' }] })).toEqual([])
})

test('HTX tells the limits of orders as prices, of dated futures in the same reply', () => {
  const row = (contract_code: string, business_type: string) => ({
    ...{ symbol: 'BTC', contract_code, business_type, high_limit: 49_629, low_limit: 47_682.8 },
  })
  const data = [row('BTC-USDT', 'swap'), row('BTC-USDT-211210', 'futures')]
  expect(read(htxPerpetual, { status: 'ok', ts: 1_780_000_000_000, data })).toMatchObject([
    { symbol: 'BTC-USDT', upperLimit: 49_629, lowerLimit: 47_682.8 },
  ])
})
