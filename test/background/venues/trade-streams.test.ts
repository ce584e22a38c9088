import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runVenue, type RunningVenue } from '../../../src/background/venues/run-venue.ts'
import { tapeWindow } from '../../../src/detect/trades/tape-window.ts'
import { exchangeOf } from '../../../src/exchanges/registry.ts'
import { openBusyMarket } from '../simulated/background.ts'
import { calm } from '../../../tools/market-server/stories/calm.ts'
import type { Story } from '../../../tools/market-server/stories/story.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from '../simulated/network.ts'

// By what the venue receives and what the engine holds.

const symbol = 'XLMBTC'
let network: SimulatedNetwork
let running: RunningVenue
let onScreen: readonly string[] = []

function run(id: string, story?: Story): void {
  network = openSimulatedNetwork(openBusyMarket(story), [id])
  running = runVenue(
    exchangeOf(id)!,
    { engine: null, refusal: null, slot: { startedAt: Date.now(), fraction: 0 } },
    { onTicks: () => undefined, onEpisodesChanged: () => undefined, onRefusalChanged: () => undefined },
    () => onScreen,
  )
}
const pair = (of: string = symbol) => running.venue.engine.data.pairs.get(of)!
const backfills = (of: string = symbol) =>
  network.requests.filter(({ url }) => /rades/.test(url) && url.includes(of)).length
/** What the venue was asked for on its trade stream, e.g. `SUBSCRIBE xlmbtc@aggTrade`. */
const asked = () =>
  network.received('binance').map((text) => {
    const { method, params } = JSON.parse(text) as { method: string; params: string[] }
    return `${method} ${params.join(' ')}`
  })
const tradesOf = (of: string = symbol) => tapeWindow(pair(of).tape!, pair(of).tape!.at, 60).count

beforeEach(() => {
  onScreen = [symbol]
})
afterEach(() => {
  running.stop()
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a pair that is followed', () => {
  test('is subscribed to and back-filled once, and its trades are taken from then on', async () => {
    run('binance')
    await network.pass(20_000)
    expect(asked()).toEqual(['SUBSCRIBE xlmbtc@aggTrade'])
    expect(backfills()).toBe(1)
    const { at } = pair().tape!
    await network.pass(30_000)
    expect(pair().tape!.at).toBeGreaterThan(at)
    expect(backfills()).toBe(1)
  })

  test('is subscribed to and back-filled again after the connection broke', async () => {
    run('binance')
    await network.pass(20_000)
    network.dropSockets()
    await network.pass(20_000)
    expect(asked()).toEqual(Array(2).fill('SUBSCRIBE xlmbtc@aggTrade'))
    expect(backfills()).toBe(2)
    const { at } = pair().tape!
    await network.pass(20_000)
    expect(pair().tape!.at).toBeGreaterThan(at)
  })

  test('is unsubscribed from when it is left, and its tape dropped; the next one is followed instead', async () => {
    run('binance')
    await network.pass(20_000)
    onScreen = ['BTCUSDT']
    await network.pass(20_000)
    expect(asked().slice(1).toSorted()).toEqual(['SUBSCRIBE btcusdt@aggTrade', 'UNSUBSCRIBE xlmbtc@aggTrade'])
    expect([pair().tape, pair('BTCUSDT').tape !== null]).toEqual([null, true])
    expect(tradesOf('BTCUSDT')).toBeGreaterThan(0)
  })

  test('is not asked for where the list of pairs does not have it', async () => {
    onScreen = []
    run('binance')
    await network.pass(10_000)
    onScreen = ['GONEUSDT', 'BTCUSDT']
    await network.pass(10_000)
    expect(asked()).toEqual(['SUBSCRIBE btcusdt@aggTrade'])
  })

  test('is left alone where another one joins it', async () => {
    run('binance')
    await network.pass(20_000)
    onScreen = [symbol, 'BTCUSDT']
    await network.pass(20_000)
    expect(asked().slice(1)).toEqual(['SUBSCRIBE btcusdt@aggTrade'])
    expect([backfills(), backfills('BTCUSDT')]).toEqual([1, 1])
    const { at } = pair().tape!
    await network.pass(20_000)
    expect(pair().tape!.at).toBeGreaterThan(at)
  })

  test('is no longer heard where the venue has no way to unsubscribe', async () => {
    onScreen = ['btc_jpy']
    run('coincheck')
    await network.pass(80_000)
    expect(pair('btc_jpy').tape).not.toBeNull()
    onScreen = []
    await network.pass(30_000)
    expect(pair('btc_jpy').tape).toBeNull()
  })
})

describe('the connection', () => {
  const open = () => network.connections('binance').length

  test('is opened for the first followed pair, and closed two minutes after the last', async () => {
    onScreen = []
    run('binance', calm)
    await network.pass(5000)
    expect(open()).toBe(1)
    onScreen = [symbol]
    await network.pass(5000)
    expect(open()).toBe(2)
    onScreen = []
    await network.pass(118_000)
    expect(open()).toBe(2)
    await network.pass(5000)
    expect(open()).toBe(1)
    onScreen = [symbol]
    await network.pass(5000)
    expect([open(), pair().tape !== null]).toEqual([2, true])
  })

  test('is closed with the venue', async () => {
    run('binance')
    await network.pass(5000)
    expect(open()).toBe(2)
    running.stop()
    await network.pass(500)
    expect(open()).toBe(0)
  })

  test('carries no more pairs than the venue allows, the most wanted', async () => {
    const { maxPairs } = exchangeOf('mexc')!.trades.limits!
    onScreen = Array.from({ length: maxPairs! + 5 }, (_, i) => `C${i}USDT`)
    run('mexc', calm)
    await network.pass(20_000)
    const subscribed = network.received('mexc').flatMap((text) => text.match(/\bC\d+USDT/g) ?? [])
    expect(new Set(subscribed)).toEqual(new Set(onScreen.slice(0, maxPairs)))
  })
})
