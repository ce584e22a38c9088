import { expect, test } from 'vitest'
import type { Trade } from '../../../../src/market/trade.ts'
import { fixedPercent, presentLimits } from '../../../../tools/scorecard/rules/fixed-percent.ts'
import { movingAverage } from '../../../../tools/scorecard/rules/moving-average.ts'
import type { Rule } from '../../../../tools/scorecard/rules/rule.ts'

const fixed = fixedPercent('', presentLimits)
const begin = Date.UTC(2020, 0, 1)

function trade(seconds: number, price: number, amount = 1): Trade {
  return { type: 'trade', symbol: 'SYSBTC', price, amount, side: 'buy', at: begin + seconds * 1000 }
}

/** Seconds at which a rule alerts. */
function spoken(rule: Rule, trades: readonly Trade[]): number[] {
  return trades.filter((each) => rule.take(each)).map(({ at }) => (at - begin) / 1000)
}

test('fixed percentages measure from the price before the window, not from the latest within it', () => {
  expect(spoken(fixed(), [trade(0, 100), trade(100, 104), trade(400, 104.5)])).toEqual([100])
  expect(spoken(fixed(), [trade(0, 100), trade(290, 102), trade(301, 105)])).toEqual([290, 301])
  // Slow rises reach the limit in no window.
  const slow = Array.from({ length: 60 }, (_, minute) => trade(60 * minute, 100 * 1.005 ** minute))
  expect(spoken(fixed(), slow)).toEqual([])
})

test('fixed percentages need a full window', () => {
  expect(spoken(fixed(), [trade(0, 100)])).toEqual([])
})

test('moving averages need twelve hours, and both volume and price', () => {
  const hourly = (hours: number) => Array.from({ length: hours }, (_, hour) => trade(3600 * hour, 100, 10))
  const rule = movingAverage({ name: '', volume: 4, price: 1.05 })
  const pump = [trade(13 * 3600, 110, 30), trade(13 * 3600 + 5, 110, 15)]
  expect(spoken(rule(), [...hourly(13), ...pump])).toEqual([13 * 3600 + 5])
  expect(
    spoken(rule(), [...hourly(5), ...pump.map((each) => ({ ...each, at: each.at - 8 * 3_600_000 }))]),
  ).toEqual([])
  expect(spoken(rule(), [...hourly(13), trade(13 * 3600, 104, 100)])).toEqual([])
  expect(spoken(rule(), [...hourly(13), trade(13 * 3600, 110, 39)])).toEqual([])
})

test('hours without trades count as hours without volume', () => {
  const rule = movingAverage({ name: '', volume: 4, price: 1.05 })()
  const sparse = [trade(0, 100, 10), trade(12 * 3600, 106, 4)]
  // Eleven empty hours and one of 10: the mean is below one.
  expect(spoken(rule, sparse)).toEqual([12 * 3600])
})
