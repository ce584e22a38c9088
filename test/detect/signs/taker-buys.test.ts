import { expect, test } from 'vitest'
import { noDrift } from '../../../src/detect/pair/price/drift.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { takeTrades } from '../../../src/detect/take-trades.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { momentOf } from '../../../src/detect/signs/moment.ts'
import { takerBuysSign } from '../../../src/detect/signs/taker-buys.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'

const begin = Date.UTC(2020, 0, 1)
const symbol = 'SYSBTC'

/** A feature of a pair one minute after `begin`, with these taker orders within that minute. */
function featureOf(
  name: string,
  orders: readonly (readonly [second: number, side: 'buy' | 'sell'])[],
): number {
  const engine = createEngine('binance')
  listPairs(engine.data, [{ type: 'symbol', symbol, base: 'SYS', quote: 'BTC', state: 'trading' }])
  takeTicks(engine, [{ type: 'tick', symbol, base: null, quote: null, last: 1, at: begin }], begin)
  orders.forEach(([second, side], index) => {
    const at = begin + second * 1000
    takeTrades(
      engine,
      symbol,
      [{ type: 'trade', symbol, price: 1, amount: 1, side, order: `${index}`, at }],
      at,
    )
  })
  const moment = momentOf(engine.data.pairs.get(symbol)!, begin + 60_000, 1, 1, noDrift())
  return takerBuysSign.features.find((feature) => feature.name === name)!.of(moment)
}

test('a second with buys counts once; one with sells only or older than a minute does not count', () => {
  const orders = [
    [0, 'buy'],
    [1, 'buy'],
    [10, 'buy'],
    [10, 'buy'],
    [20, 'sell'],
    [59, 'sell'],
    [59, 'buy'],
  ] as const
  expect(featureOf('buySeconds60', orders)).toBe(3)
  expect(featureOf('buySeconds25', orders)).toBe(1)
  expect(featureOf('buySeconds60', [])).toBe(0)
})
