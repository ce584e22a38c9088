import { expect, test } from 'vitest'
import {
  anyMultiplier,
  kiloMultiplier,
  leadingMultiplier,
} from '../../../src/exchanges/perpetual/multiplied-name.ts'

test.each([
  ['1000PEPE', 'PEPE', 1000],
  ['10000LADYS', 'LADYS', 10_000],
  ['1000000MOG', 'MOG', 1_000_000],
  ['1MBABYDOGE', 'BABYDOGE', 1_000_000],
  ['1000X', 'X', 1000],
  ['1000币安人生', '币安人生', 1000],
])('%s is %s, %d times', (name, base, multiplier) => {
  expect(leadingMultiplier(name)).toEqual({ base, multiplier })
})

test.each(['1INCH', '0G', '2Z', '4', '1000', '100X', '1MIL', 'SHIB1000', 'SPX6900', 'kPEPE', ''])(
  '%s is a name',
  (name) => {
    expect(leadingMultiplier(name)).toEqual({ base: name, multiplier: 1 })
  },
)

test('Bybit multiplies behind the name as well', () => {
  expect(anyMultiplier('SHIB1000')).toEqual({ base: 'SHIB', multiplier: 1000 })
  expect(anyMultiplier('1000PEPE')).toEqual({ base: 'PEPE', multiplier: 1000 })
  expect(anyMultiplier('SPX6900')).toEqual({ base: 'SPX6900', multiplier: 1 })
})

test('Hyperliquid writes a small k before a capital', () => {
  expect(kiloMultiplier('kPEPE')).toEqual({ base: 'PEPE', multiplier: 1000 })
  for (const name of ['KAS', 'kas', 'k', 'BTC'])
    expect(kiloMultiplier(name)).toEqual({ base: name, multiplier: 1 })
})
