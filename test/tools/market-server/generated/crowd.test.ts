import { expect, test } from 'vitest'
import { openMarket } from '../../../../tools/market-server/market/market.ts'
import type { Print } from '../../../../tools/market-server/market/order.ts'
import { openCrowd } from '../../../../tools/market-server/generated/crowd.ts'
import { universeOf } from '../../../../tools/market-server/generated/universe.ts'

const start = Date.UTC(2020, 0, 1)
const minuteMs = 60_000

function simulate(seed: number, steps: readonly number[]): Print[] {
  const universe = universeOf(seed, start)
  const few = { ...universe, pairs: universe.pairs.filter((_, i) => i % 12 === 0) }
  const market = openMarket(openCrowd(seed, few, start), start)
  const prints: Print[] = []
  let at = start
  while (at < start + 20 * minuteMs) {
    at = Math.min(start + 20 * minuteMs, at + (steps[prints.length % steps.length] ?? 1_000))
    prints.push(...market.advance(at))
  }
  return prints
}

test('the same seed gives the same trades in any step sizes, another seed gives others', () => {
  const once = simulate(5, [1_000])
  expect(once.length).toBeGreaterThan(1_000)
  expect(simulate(5, [333, 61_000, 7_777])).toEqual(once)
  expect(simulate(6, [1_000])).not.toEqual(once)
})

test('trades come in time order, on the grid, and a sweep never improves its price', () => {
  const prints = simulate(5, [1_000])
  const grids = new Map(universeOf(5, start).pairs.map((pair) => [pair.symbol, pair]))
  let sweeps = 0
  for (const [i, print] of prints.entries()) {
    const before = prints[i - 1]
    const { tick = 1, step = 1 } = grids.get(print.symbol) ?? {}
    expect(Math.abs(print.price / tick - Math.round(print.price / tick))).toBeLessThan(1e-6)
    expect(print.amount).toBeGreaterThanOrEqual(step)
    if (!before) continue
    expect(print.at).toBeGreaterThanOrEqual(before.at)
    if (before.symbol !== print.symbol || before.at !== print.at || before.price === print.price) continue
    sweeps += 1
    expect(print.side).toBe(before.side)
    expect(print.side === 'buy').toBe(print.price > before.price)
  }
  expect(sweeps).toBeGreaterThan(20)
})

test('the universe has at least 400 pairs, some dead, one new, real names among them', () => {
  const { pairs } = universeOf(1, start)
  const symbols = pairs.map(({ symbol }) => symbol)
  expect(new Set(symbols).size).toBe(symbols.length)
  expect(symbols.length).toBeGreaterThanOrEqual(400)
  for (const symbol of ['BTCUSDT', 'SYSBTC', 'VIABTC', 'NXSBTC', 'ETHBTC', 'JUPBTC', 'BTCUPUSDT'])
    expect(symbols).toContain(symbol)
  expect(pairs.filter(({ dead }) => dead).length).toBeGreaterThan(5)
  expect(pairs.some(({ listedAt }) => listedAt === start - 4 * 60 * minuteMs)).toBe(true)
})
