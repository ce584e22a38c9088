import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTraded, createWindow, tickOf } from '../../../../tools/backtest/replay/rolling-window.ts'

const minuteMs = 60_000
const start = 25_511_140 * minuteMs

interface Print {
  readonly at: number
  readonly price: number
  readonly amount: number
}

/** Prints in time order, with pauses from none to hours, at prices whose sums are exact. */
const prints = fc
  .array(
    fc.record({
      pause: fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 200 * minuteMs })),
      price: fc.integer({ min: 1, max: 100 }),
      amount: fc.integer({ min: 1, max: 100 }),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((steps) => {
    let at = start
    return steps.map(({ pause, price, amount }): Print => ({ at: (at += pause), price, amount }))
  })

function add(window: ReturnType<typeof createWindow>, { at, price, amount }: Print) {
  const [open, high, low, close] = [price, price, price, price]
  addTraded(window, at, { open, high, low, close, base: amount, quote: amount * price, count: 1 })
}

test('at every moment the window equals a sum over all trades', () => {
  fc.assert(
    fc.property(prints, fc.integer({ min: 0, max: 90 * minuteMs }), (trades, later) => {
      const window = createWindow()
      trades.forEach((trade, index) => {
        add(window, trade)
        const next = trades[index + 1]?.at ?? trade.at + later
        for (const at of [trade.at, Math.min(trade.at + later, next)]) {
          const opens = (Math.floor(at / minuteMs) - 60) * minuteMs
          const inside = trades.slice(0, index + 1).filter((each) => each.at >= opens)
          const prices = inside.length > 0 ? inside.map(({ price }) => price) : [trade.price]
          expect(tickOf(window, 'SYSBTC', at)).toEqual({
            type: 'tick',
            symbol: 'SYSBTC',
            base: null,
            quote: null,
            at,
            last: trade.price,
            open: prices[0],
            high: Math.max(...prices),
            low: Math.min(...prices),
            baseVolume: inside.reduce((sum, { amount }) => sum + amount, 0),
            quoteVolume: inside.reduce((sum, { amount, price }) => sum + amount * price, 0),
            count: inside.length,
            lastTrade: index + 1,
            since: opens,
          })
        }
      })
    }),
  )
})

test('a window in which nothing ever traded gives no tick', () => {
  expect(tickOf(createWindow(), 'SYSBTC', start)).toBeNull()
})

test('where trades are not counted, the tick has no count', () => {
  const window = createWindow()
  addTraded(window, start, { open: 1, high: 1, low: 1, close: 1, base: 1, quote: 1, count: NaN })
  const tick = tickOf(window, 'SYSBTC', start)
  expect(tick).not.toHaveProperty('count')
  expect(tick).not.toHaveProperty('lastTrade')
  expect(tick).toHaveProperty('baseVolume', 1)
})
