import { describe, expect, test } from 'vitest'
import { learnContracts, listingOf, withContracts } from '../../../src/exchanges/perpetual/contracts.ts'
import { readMarket } from '../../../src/exchanges/perpetual/read-market.ts'
import { exchangeOf } from '../../../src/exchanges/registry.ts'
import { rowsOf } from '../../../src/exchanges/validate/read.ts'
import type { Contract } from '../../../src/market/contract.ts'

const at = Date.UTC(2026, 10, 1)
const contract: Contract = {
  type: 'contract',
  symbol: '1000PEPEUSDT',
  base: 'PEPE',
  quote: 'USDT',
  settle: 'USDT',
  margin: 'linear',
  class: 'crypto',
  multiplier: 1000,
  contractSize: 1,
  state: 'trading',
}
const share = { ...contract, symbol: 'TSLAUSDT', base: 'TSLA', multiplier: 1, class: 'traditional' } as const

/** Binance's perpetual market as it is watched, with these contracts in its list. */
function watched(...contracts: readonly Contract[]) {
  const exchange = withContracts(exchangeOf('binance-perpetual')!)
  learnContracts(exchange, contracts)
  return exchange
}
const ticker = (symbol: string, lastPrice: string) => ({ symbol, lastPrice, volume: '5', closeTime: at })
const tickers = [ticker('1000PEPEUSDT', '0.012'), ticker('TSLAUSDT', '400'), ticker('BTCUSDT_261225', '1')]

describe('a perpetual market that is watched', () => {
  test('tells prices and amounts of one coin', () => {
    const [tick, ...others] = rowsOf(readMarket(watched(contract), 'rest.tickers', tickers, at), 'tick')
    expect(tick).toMatchObject({ symbol: '1000PEPEUSDT', base: 'PEPE', quote: 'USDT', baseVolume: 5000 })
    expect(tick?.last).toBeCloseTo(0.000012, 12)
    expect(others).toEqual([])
  })

  test('tells nothing of shares, dated contracts and what it does not list, and counts none as unreadable', () => {
    const { rows, dropped } = readMarket(watched(contract, share), 'rest.tickers', tickers, at)
    expect([rows.length, dropped]).toEqual([1, 0])
  })

  test('tells nothing before its list is known', () => {
    expect(readMarket(watched(), 'rest.tickers', tickers, at).rows).toEqual([])
  })

  test('counts a row without a name as unreadable', () => {
    const { dropped } = readMarket(watched(contract), 'rest.tickers', [{ lastPrice: '1' }], at)
    expect(dropped).toBe(1)
  })

  test('keeps its list where a later one is empty', () => {
    const exchange = watched(contract)
    learnContracts(exchange, [])
    expect([...exchange.contracts!.keys()]).toEqual(['1000PEPEUSDT'])
  })

  test('has candles of one coin', () => {
    const kline = [at, '0.01', '0.02', '0.01', '0.02', '7', at + 59_999, '0.1', 3]
    const { rows } = readMarket(watched(contract), 'rest.klines', [kline], at, '1000PEPEUSDT')
    expect(rows[0]).toMatchObject({ type: 'candle', baseVolume: 7000, count: 3 })
    expect(rows[0]?.type === 'candle' && rows[0].close).toBeCloseTo(0.00002, 12)
  })

  test('is another for each watch: what one learnt the other does not know', () => {
    expect(watched(contract).contracts).not.toBe(watched().contracts)
    expect(exchangeOf('binance-perpetual')!.contracts).toBeUndefined()
  })
})

test('a contract is listed as a pair of its coin', () => {
  const { symbol, base, quote, state } = contract
  expect(listingOf(contract)).toEqual({ type: 'symbol', symbol, base, quote, state })
})
