import { expect, test } from 'vitest'
import { UsageError } from '../../../tools/command-line.ts'
import { readBacktestOptions } from '../../../tools/backtest/options.ts'

test('every option but the input has a default', () => {
  expect(readBacktestOptions(['--input', 'x'])).toEqual({
    input: 'x',
    labels: null,
    alerts: null,
    sensitivity: 'balanced',
    stage: 'both',
    pair: null,
    venue: 'binance',
    json: false,
    workers: null,
  })
})

test.each([
  [['--inputs', 'x'], "Unknown option '--inputs': did you mean --input?"],
  [[], '--input FILE_OR_DIR is needed: what shall be replayed?'],
  [['--input'], "Option '--input <value>' argument missing"],
  [['--input', 'x', 'y'], "Unexpected argument 'y'"],
  [['--input', 'x', '--stage', 'all'], "--stage takes both, screen: not 'all'"],
  [['--input', 'x', '--sensitivity', ''], "--sensitivity takes quiet, balanced, sensitive: not ''"],
  [['--input', 'x', '--workers', '0'], "--workers takes a number from 1 to 256: not '0'"],
  [['--input', 'x', '--pair', 'SYSBTC'], "--pair takes BASE/QUOTE: not 'SYSBTC'"],
])('%j is refused', (argv, message) => {
  expect(() => readBacktestOptions(argv)).toThrow(new UsageError(message))
})
