import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { takeTrades } from '../../../src/detect/take-trades.ts'
import { reorderMs } from '../../../src/detect/settings.ts'
import { fillGaps, openGap } from '../../../src/detect/trades/fill-gaps.ts'
import { emptyTape, pushTrades, type Tape } from '../../../src/detect/trades/tape.ts'
import { tapeWindow } from '../../../src/detect/trades/tape-window.ts'
import { read, rowsOf } from '../../../src/exchanges/validate/read.ts'
import { gate } from '../../../src/exchanges/gate.ts'
import { kraken } from '../../../src/exchanges/kraken.ts'
import type { Trade } from '../../../src/market/trade.ts'

const begin = 1_700_000_000_000

const fill = (ms: number, more: Partial<Trade> = {}): Trade => ({
  type: 'trade',
  symbol: 'A',
  price: 100,
  amount: 1,
  side: 'buy',
  at: begin + ms,
  ...more,
})
const windowOf = (tape: Tape) => tapeWindow(tape, begin + 10_000, 60)

/** Orders of one to five fills, one side a millisecond, all within the time in which late fills are taken. */
const fillsOf = (isNamed: boolean) =>
  fc
    .array(
      fc.record({
        after: fc.integer({ min: 1, max: 40 }),
        side: fc.constantFrom<Trade['side'][]>('buy', 'buy', 'sell'),
        prices: fc.array(fc.integer({ min: 100, max: 102 }), { minLength: 1, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((orders) => {
      let ms = 0
      let id = 1000
      return orders.flatMap(({ after, side, prices }, i) => {
        ms += after
        const order = isNamed ? { order: `o${i}` } : {}
        return prices.map((price) => fill(ms, { id: String(id++), side, price, ...order }))
      })
    })

describe('fills of one moment', () => {
  test.each([true, false])(
    'count the same in whatever order they come, and once (orders named: %s)',
    (isNamed) => {
      const shuffled = fillsOf(isNamed).chain((fills) =>
        fc.record({
          fills: fc.constant(fills),
          order: fc.shuffledSubarray(fills, { minLength: fills.length }),
          again: fc.subarray(fills),
        }),
      )
      fc.assert(
        fc.property(shuffled, ({ fills, order, again }) => {
          const [inOrder, mixed] = [emptyTape(), emptyTape()]
          pushTrades(inOrder, fills)
          for (const one of [...order, ...again]) expect(pushTrades(mixed, [one])).toBe(0)
          expect(windowOf(mixed)).toEqual(windowOf(inOrder))
          expect(mixed.at).toBe(inOrder.at)
        }),
        { numRuns: 500 },
      )
    },
  )

  test("enter Gate's tape although each is a frame of its own and some come behind newer ones", () => {
    const frame = (id: number, ms: number, price: string, amount: string) => ({
      time: Math.floor((begin + ms) / 1000),
      time_ms: begin + ms + 5,
      channel: 'spot.trades',
      event: 'update',
      result: {
        id,
        create_time: Math.floor((begin + ms) / 1000),
        create_time_ms: `${begin + ms}.0`,
        side: 'buy',
        currency_pair: 'A_USDT',
        amount,
        price,
      },
    })
    const tape = emptyTape()
    for (const one of [
      frame(1, 40, '10', '1'),
      frame(4, 60, '12', '2'),
      frame(2, 55, '11', '3'),
      frame(3, 55, '10.5', '4'),
    ])
      pushTrades(tape, rowsOf(read(gate, 'ws.trades', one, begin), 'trade'))
    expect(windowOf(tape)).toMatchObject({ count: 4, turnover: 109, buys: 3, rush: 1, rushLevels: 1 })
    expect(tape.last).toBe(12)
  })
})

describe('a fill that comes late', () => {
  test('is taken within the time for it, and counted as left out beyond', () => {
    const tape = emptyTape()
    pushTrades(tape, [fill(0, { id: '1' }), fill(5000, { id: '9' })])
    expect(pushTrades(tape, [fill(5000 - reorderMs, { id: '5' })])).toBe(0)
    expect(windowOf(tape).count).toBe(3)
    expect(pushTrades(tape, [fill(4999 - reorderMs, { id: '4' })])).toBe(1)
    expect(windowOf(tape).count).toBe(3)
  })

  test('four seconds behind its order, as after a stumble of the line, still makes it a rush order', () => {
    const tape = emptyTape()
    pushTrades(tape, [fill(0, { id: '1' }), fill(4000, { id: '3' })])
    expect(pushTrades(tape, [fill(0, { id: '2' })])).toBe(0)
    expect(windowOf(tape)).toMatchObject({ count: 3, rush: 1 })
  })

  test('is not taken again from the back-fill, nor from the stream where the back-fill brought it under another id', () => {
    const tape = emptyTape()
    // KuCoin's stream has ids of 24 digits, its REST interface numbers.
    const streamed = fill(20, { id: 'a'.repeat(24) })
    pushTrades(tape, [fill(30, { id: 'b'.repeat(24) }), streamed])
    fillGaps(tape, [fill(10, { id: '7' }), fill(20, { id: '8' }), fill(30, { id: '9' })])
    expect(windowOf(tape).count).toBe(3)
    const filled = emptyTape()
    fillGaps(filled, [fill(10, { id: '7' }), fill(20, { id: '8' })])
    pushTrades(filled, [
      fill(10, { id: 'c'.repeat(24) }),
      fill(20, { id: 'd'.repeat(24) }),
      fill(40, { id: 'e'.repeat(24) }),
    ])
    expect(windowOf(filled).count).toBe(3)
  })

  test('is one trade where a restarted stream repeats what it sent before', () => {
    // Kraken begins each subscription with its last trades.
    const snapshot = (...seconds: number[]) => ({
      channel: 'trade',
      type: 'snapshot',
      data: seconds.map((s) => ({
        symbol: 'A/USD',
        side: 'buy',
        price: 100,
        qty: 1,
        ord_type: 'limit',
        trade_id: 50 + s,
        timestamp: new Date(begin + s * 1000).toISOString(),
      })),
    })
    const tape = emptyTape()
    const send = (...seconds: number[]) =>
      rowsOf(read(kraken, 'ws.trades', snapshot(...seconds), begin), 'trade').reduce(
        (left, trade) => left + pushTrades(tape, [trade]),
        0,
      )
    expect(send(0, 1, 4, 5)).toBe(0)
    openGap(tape)
    expect(send(0, 1, 4, 5, 8)).toBe(0)
    expect(windowOf(tape).count).toBe(5)
  })

  test('is counted by the engine where it is left out', () => {
    const engine = createEngine('gate')
    takeTicks(engine, [{ type: 'tick', symbol: 'A', base: null, quote: null, at: begin, last: 100 }], begin)
    takeTrades(engine, 'A', [fill(5000), fill(0)], begin)
    expect(engine.ignored).toBe(1)
  })
})

describe('a trade far ahead of the market', () => {
  const engineAt = () => {
    const engine = createEngine('gate')
    takeTicks(engine, [{ type: 'tick', symbol: 'A', base: null, quote: null, at: begin, last: 100 }], begin)
    takeTrades(engine, 'A', [fill(0, { id: '1' })], begin)
    return engine
  }

  test.each([60_000, 86_400_000])(
    'by %i ms is left out and counted, and those after it are taken',
    (ahead) => {
      const engine = engineAt()
      takeTrades(
        engine,
        'A',
        [fill(ahead, { id: '2' }), fill(100, { id: '3' }), fill(200, { id: '4' })],
        begin,
      )
      const tape = engine.data.pairs.get('A')!.tape!
      expect(tape.at).toBe(begin + 200)
      expect(windowOf(tape).count).toBe(3)
      expect(engine.ignored).toBe(1)
    },
  )

  test('is believed when the next one agrees: the ticker may have stopped', () => {
    const engine = engineAt()
    takeTrades(engine, 'A', [fill(300_000, { id: '2' }), fill(300_500, { id: '3' })], begin)
    expect(engine.data.pairs.get('A')!.tape!.at).toBe(begin + 300_500)
  })
})
