import { describe, expect, test } from 'vitest'
import { emptyMarketData } from '../../../src/detect/pair/market-data.ts'
import { emptyPair } from '../../../src/detect/pair/pair-state.ts'
import type { PegState } from '../../../src/detect/pair/price/peg.ts'
import { ofItsOwn } from '../../../src/detect/pegs/own-move.ts'

const minute = 29_000_000
/** A coin that fell from its peg to 0.87 within ten minutes. */
const fallen: PegState = {
  at: minute * 60_000,
  value: Math.log(0.87),
  usual: 0,
  samples: 1000,
  noise: 0,
  off: Math.log(0.87),
  since: [1, 1, 1],
  references: 3,
  holder: null,
  path: Array.from({ length: 11 }, (_, i) => (i / 10) * Math.log(0.87)),
  minute,
}
const sound: PegState = { ...fallen, value: 0, off: 0, since: [0, 0, 0], path: fallen.path.map(() => 0) }

/** What is left of a move of a pair quoted in USD1 over those ten minutes. */
function left(peg: PegState, price: number) {
  const data = emptyMarketData('binance')
  data.pegs.set('USD1', peg)
  const pair = { ...emptyPair('BTCUSD1', data.tables), base: 'BTC', quote: 'USD1' }
  return ofItsOwn(data, pair, price, { from: { price: 100, at: (minute - 10) * 60_000 }, evidence: [] })
}

describe('a move against a coin off its peg', () => {
  test.each([
    ['that only mirrors the fall of its quote is none', 100 / 0.87, true],
    ['that is mostly of its quote is none', 110 / 0.87 / 1.05, true],
    ['far beyond that of its quote is its own', 150 / 0.87, false],
    ['down in spite of it is its own', 80, false],
  ])('%s', (_, price, isGone) => {
    expect(left(fallen, price) === null).toBe(isGone)
  })

  test('that is its own says how far the quote is off', () => {
    const value = expect.closeTo(-0.13, 3) as number
    expect(left(fallen, 150 / 0.87)).toMatchObject({
      evidence: [{ sign: 'quote-off-peg', unit: 'fraction', count: 3, value }],
    })
  })

  test('is left as it is where the quote holds its peg', () => {
    expect(left(sound, 115)).toEqual({ from: { price: 100, at: (minute - 10) * 60_000 }, evidence: [] })
  })
})
