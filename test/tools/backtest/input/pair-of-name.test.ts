import { expect, test } from 'vitest'
import { UsageError } from '../../../../tools/command-line.ts'
import { pairOfName, pairOption } from '../../../../tools/backtest/input/pair-of-name.ts'

test.each([
  ['ADX_2019-07-05_17.00.csv.gz', 'ADX', 'BTC'],
  ['SYSBTC-aggTrades-2018-07-04.zip', 'SYS', 'BTC'],
  ['BTCTUSD-1m-2023-03.csv', 'BTC', 'TUSD'],
  ['JUPUSDT-trades-2024-02.zip', 'JUP', 'USDT'],
])('%s is %s/%s', (name, base, quote) => {
  expect(pairOfName(name)).toEqual({ base, quote })
})

test.each(['trades.csv', 'BTC-1m.csv', '2018-07-04.zip'])('%s names no pair', (name) => {
  expect(() => pairOfName(name)).toThrow(UsageError)
})

test('--pair is written BASE/QUOTE', () => {
  expect(pairOption('sys/btc')).toEqual({ base: 'SYS', quote: 'BTC' })
  expect(() => pairOption('SYSBTC')).toThrow(UsageError)
  expect(() => pairOption('A/B/C')).toThrow(UsageError)
})
