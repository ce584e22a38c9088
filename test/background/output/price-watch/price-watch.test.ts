import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  crossingOf,
  type PriceCrossing,
  type PriceMark,
} from '../../../../src/background/output/price-watch/price-crossing.ts'
import {
  pricedPair,
  priceNotificationId,
} from '../../../../src/background/output/price-watch/price-notification.ts'
import {
  createPriceWatch,
  type PriceWatch,
} from '../../../../src/background/output/price-watch/price-watch.ts'
import { createEngine } from '../../../../src/detect/engine-state.ts'
import { listPairs } from '../../../../src/detect/pair/list-pairs.ts'
import { binance } from '../../../../src/exchanges/binance.ts'
import { mutes } from '../../../../src/shared/storage/items.ts'
import { defaultSettings, type PairRule } from '../../../../src/shared/settings/settings.ts'
import { browser } from '../../../../src/shared/web-extension.ts'
import { stub } from '../../../shared/browser-stub.ts'

const pair = 'binance:SYS/BTC'
const start = Date.UTC(2018, 6, 4)

/** The crossings of a course of prices, a second apart. */
function crossings(rule: Omit<PairRule, 'pair'>, prices: readonly number[]): PriceCrossing[] {
  let mark: PriceMark | undefined
  return prices.flatMap((price, i) => {
    const judged = crossingOf({ pair, ...rule }, mark, price, start + i * 1000)
    mark = judged.mark
    return judged.crossing ?? []
  })
}

describe('a crossing', () => {
  test('of a line is told once, and again only after the price was clearly back', () => {
    const told = crossings({ above: 100 }, [90, 100, 105, 99.9, 100.1, 120, 99, 101])
    expect(told.map(({ price }) => price)).toEqual([100, 101])
    expect(crossings({ below: 100 }, [110, 100, 100.4, 99, 101, 100])).toHaveLength(2)
  })

  test('is none where the price was beyond the line when the rule was made, or the line was drawn anew', () => {
    expect(crossings({ above: 100 }, [120, 130])).toEqual([])
    const { mark } = crossingOf({ pair, above: 100 }, undefined, 90, start)
    expect(crossingOf({ pair, above: 80 }, mark, 95, start).crossing).toBeNull()
  })

  test('of a move is measured from the price last told, up and down', () => {
    const told = crossings({ move: 0.1 }, [100, 109, 110, 115, 121, 109, 108])
    expect(told.map(({ from, price }) => [from, price])).toEqual([
      [100, 110],
      [110, 121],
      [121, 108],
    ])
  })

  test('is never told twice in a row without the way back, whatever the prices do', () => {
    const price = fc.double({ min: 0.001, max: 1000, noNaN: true })
    fc.assert(
      fc.property(fc.array(price, { maxLength: 60 }), price, (prices, line) => {
        const told = crossings({ above: line }, prices)
        const returns = prices.filter((each, i) => i > 0 && each < line && prices[i - 1]! >= line).length
        expect(told.length).toBeLessThanOrEqual(returns + 1)
        for (const { price: at } of told) expect(at).toBeGreaterThanOrEqual(line)
        for (const { from, price: to } of crossings({ move: 0.05 }, prices))
          expect(Math.abs(to / from - 1)).toBeGreaterThanOrEqual(0.05 * (1 - 1e-6))
      }),
    )
  })
})

test('the id of its notification names the pair, and nothing else is taken for one', () => {
  const crossing = { kind: 'move', price: 2, from: 1.5, since: 0 } as const
  const sides = { venue: 'okx', base: 'A/B', quote: 'USDT' }
  expect(pricedPair(priceNotificationId(sides, crossing))).toEqual(sides)
  expect(pricedPair('binance:SYSBTC:pump:1')).toBeNull()
})

describe('the watch on prices', () => {
  const create = vi.fn<(id: string, options: { title: string; silent?: boolean }) => Promise<string>>((id) =>
    Promise.resolve(id),
  )
  const getAll = vi.fn(() => Promise.resolve({}))
  const { notifications } = browser
  const engine = createEngine('binance')
  listPairs(engine.data, [{ type: 'symbol', symbol: 'SYSBTC', base: 'SYS', quote: 'BTC', state: 'trading' }])
  const rule: PairRule = { pair, move: 0.1, above: 0.00005, sound: true }
  const settings = { ...defaultSettings, language: 'en' as const, pairRules: [rule] }
  let watch: PriceWatch
  const see = async (last: number, now = start) => {
    Object.assign(engine.data.pairs.get('SYSBTC')!, { last, at: now })
    await watch.tick([{ exchange: binance, engine }], now)
  }
  const titles = () => create.mock.calls.map(([, { title }]) => title)
  const wake = () => {
    watch = createPriceWatch()
    watch.apply(settings)
  }
  beforeEach(async () => {
    await stub.reset()
    create.mockClear()
    Object.assign(browser, { notifications: { create, getAll } })
    wake()
  })
  afterEach(() => void Object.assign(browser, { notifications }))

  test('tells a line and a move, each once, with the sound of the rule', async () => {
    await see(0.00004)
    await see(0.000045)
    await see(0.0000451)
    await see(0.0000501)
    expect(titles()[0]).toMatch(/^SYS\/BTC \+12\.5% since /)
    expect(titles().slice(1)).toEqual(['SYS/BTC has risen to 0.00005'])
    expect(create.mock.calls[0]![1].silent).toBe(false)
  })

  test('goes on in the next worker where the one before was killed', async () => {
    await see(0.00004)
    await see(0.000045)
    wake()
    await see(0.000046)
    expect(titles()).toHaveLength(1)
    await see(0.0000496)
    expect(titles()).toHaveLength(2)
  })

  test('is silent for a muted pair and in quiet hours, and tells afterwards what still stands', async () => {
    await see(0.00004)
    await mutes.set([{ pair, until: null }])
    await see(0.000051)
    expect(titles()).toEqual([])
    await mutes.set([])
    const quiet = { from: 0, to: 60, timeZone: 'UTC', dangerExempt: true }
    watch.apply({ ...settings, notifications: { ...settings.notifications, quiet } })
    await see(0.000051, start + 1000)
    expect(titles()).toEqual([])
    await see(0.000051, start + 3_600_000)
    expect(titles()).toEqual(['SYS/BTC has risen to 0.00005'])
  })

  test('begins anew where a rule was removed, and after all data were deleted', async () => {
    await see(0.00004)
    watch.apply({ ...settings, pairRules: [] })
    await see(0.00004)
    watch.apply(settings)
    await see(0.00006)
    watch.clear()
    await see(0.00009)
    expect(titles()).toEqual([])
  })
})
