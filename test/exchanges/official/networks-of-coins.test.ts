import { describe, expect, test } from 'vitest'
import { bithumb } from '../../../src/exchanges/bithumb.ts'
import { coinbase } from '../../../src/exchanges/coinbase.ts'
import { gate } from '../../../src/exchanges/gate.ts'
import { read } from '../../../src/exchanges/validate/read.ts'

// What a coin's networks say outranks what is said of the coin as a whole.

const gateFlags = (isClosed?: boolean) => ({ deposit_disabled: isClosed, withdraw_disabled: isClosed })

describe('a coin of Gate', () => {
  test.each([
    ['is closed where all its chains are, whatever it says itself', false, [true, true], false],
    ['is open where one of its chains is, whatever it says itself', true, [true, false], true],
    ['is what it says itself where it lists no chains', true, [], false],
    ['is what it says itself where its chains have no flags', true, [undefined], false],
    ['is what it says itself where there is no list', true, undefined, false],
  ])('%s', (_, own, chains, isOpen) => {
    const entry = { currency: 'A', ...gateFlags(own), chains: chains?.map((flag) => gateFlags(flag)) }
    expect(read(gate, 'rest.currencies', [entry], 0).rows).toEqual([
      { type: 'asset', asset: 'A', deposit: isOpen, withdrawal: isOpen },
    ])
  })
})

describe('a coin of Coinbase', () => {
  test.each([
    ['is closed where all its networks are', 'online', ['offline', 'delisted'], false],
    ['is open where one of its networks is', 'offline', ['offline', 'online'], true],
    ['is what it says itself where it has no networks', 'online', [], true],
    ['is what it says itself where there is no list', 'delisted', undefined, false],
    ['is unknown where nothing is said', undefined, [], null],
  ])('%s', (_, status, networks, isOpen) => {
    const entry = {
      id: 'A',
      status,
      supported_networks: networks?.map((each) => ({ id: 'n', status: each })),
    }
    expect(read(coinbase, 'rest.currencies', [entry], 0).rows).toEqual([
      { type: 'asset', asset: 'A', deposit: isOpen, withdrawal: isOpen },
    ])
  })
})

describe('a coin of Bithumb', () => {
  test.each([
    ['is closed where all its chains are', [0, 0], false],
    ['is open where one of its chains is', [0, 1], true],
    ['is unknown where no chain says it', [undefined, undefined], null],
    ['is closed where the only chain that says anything is', [undefined, 0], false],
    ['is unknown where its chains say what we do not know', [2, '?'], null],
  ])('%s', (_, flags, isOpen) => {
    const data = flags.map((flag) => ({ currency: 'A', deposit_status: flag, withdrawal_status: flag }))
    expect(read(bithumb, 'rest.currencies', { status: '0000', data }, 0).rows).toEqual([
      { type: 'asset', asset: 'A', deposit: isOpen, withdrawal: isOpen },
    ])
  })
})
