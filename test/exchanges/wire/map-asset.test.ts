import { describe, expect, test } from 'vitest'
import { mapAsset } from '../../../src/exchanges/wire/map-asset.ts'

describe('an asset is open', () => {
  const asset = mapAsset({
    asset: 'coin',
    chains: 'chains',
    deposit: 'in',
    withdrawal: 'out',
    open: 'yes',
    closed: 'no',
  })

  test.each([
    [[{ in: 'no' }, { in: 'yes' }], true],
    [[{ in: 'no' }, {}], false],
    [[{ in: 'maybe' }], null],
    [[], null],
    [undefined, null],
  ])('over the chains %j: %s', (chains, deposit) => {
    expect(asset({ coin: 'SYS', chains })).toEqual({ type: 'asset', asset: 'SYS', deposit, withdrawal: null })
  })

  test('by its own flags where the exchange lists no chains', () => {
    const own = mapAsset({ asset: 'asset', deposit: 'closed', withdrawal: 'shut', open: false, closed: true })
    expect(own({ asset: 'SYS', closed: false, shut: true })).toMatchObject({
      deposit: true,
      withdrawal: false,
    })
  })
})
