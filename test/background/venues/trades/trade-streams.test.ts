import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RunningVenue } from '../../../../src/background/venues/run-venue.ts'
import { tapeSummaryOf } from '../../../../src/background/venues/tape-summary.ts'
import type { Engine } from '../../../../src/detect/engine-state.ts'
import { tradeFeedOf } from '../../../../src/detect/pair/trade-feed.ts'
import { engineOfSaved, savedEngineOf } from '../../../../src/detect/saved-engine.ts'
import { tapeWindow } from '../../../../src/detect/trades/tape-window.ts'
import { exchangeOf } from '../../../../src/exchanges/registry.ts'
import { openBusyMarket } from '../../simulated/background.ts'
import { calm } from '../../../../tools/market-server/stories/calm.ts'
import type { Story } from '../../../../tools/market-server/stories/story.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from '../../simulated/network.ts'
import { endWatch, watchVenue } from '../../simulated/watch-venue.ts'

// By what the venue receives and what the engine holds.

const symbol = 'XLMBTC'
let network: SimulatedNetwork
let running: RunningVenue
let onScreen: readonly string[] = []

function run(id: string, story?: Story): void {
  network = openSimulatedNetwork(openBusyMarket(story), [id])
  running = watch(id)
}
const watch = (id: string, engine: Engine | null = null) =>
  watchVenue(id, { engine, onScreen: () => onScreen })
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
afterEach(() => endWatch(running))

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

describe('a stream that brings nothing', () => {
  const busy = 'BTCUSDT'
  const state = (of: string = busy) => tradeFeedOf(pair(of))
  const mute = (isMute: (frame: string) => boolean) => network.mute('binance', isMute)
  const isTrade = (frame: string) => frame.includes('@aggTrade')
  const connections = () => network.opened('binance').filter((url) => url.endsWith('/stream')).length

  beforeEach(() => {
    onScreen = [busy]
  })

  test('is found deaf while the pair trades, judged by the ticker, subscribed to again, then connected again', async () => {
    run('binance')
    await network.pass(20_000)
    expect(state()).toBe('live')
    mute(isTrade)
    await network.pass(8000)
    expect([
      state(),
      tapeSummaryOf({ venue: 'binance', base: 'BTC', quote: 'USDT' }, [running.venue]),
    ]).toEqual(['deaf', null])
    await network.pass(3000)
    expect(asked()).toEqual([
      'SUBSCRIBE btcusdt@aggTrade',
      'UNSUBSCRIBE btcusdt@aggTrade',
      'SUBSCRIBE btcusdt@aggTrade',
    ])
    expect(connections()).toBe(1)
    await network.pass(12_000)
    expect(connections()).toBe(2)
  })

  test('counts again from its next trade, with what was missed from a back-fill', async () => {
    run('binance')
    await network.pass(20_000)
    mute(isTrade)
    await network.pass(40_000)
    mute(() => false)
    const known = backfills(busy)
    await network.pass(10_000)
    expect(state()).toBe('live')
    expect(backfills(busy)).toBeGreaterThan(known)
    const { since, at } = pair(busy).tape!
    expect(at - since).toBeGreaterThan(55_000)
    const venueTrades = network
      .venueMarket('binance')
      .latestTrades(network.venueMarket('binance').listing(busy)!, 1000)
    expect(tapeWindow(pair(busy).tape!, at, 45).turnover).toBeCloseTo(
      venueTrades
        .filter((each) => each.at <= at && Math.floor(each.at / 1000) > Math.floor(at / 1000) - 45)
        .reduce((sum, each) => sum + each.price * each.amount, 0),
    )
  })

  test('for one pair of several leaves the connection of the others alone', async () => {
    onScreen = [busy, 'ETHUSDT']
    run('binance')
    await network.pass(20_000)
    mute((frame) => frame.includes('btcusdt@aggTrade'))
    await network.pass(90_000)
    expect([state(), state('ETHUSDT'), connections()]).toEqual(['deaf', 'live', 1])
    expect(asked().filter((text) => text === 'SUBSCRIBE btcusdt@aggTrade').length).toBeGreaterThan(2)
  })

  test(
    'is found where the venue closes it before the ticker shows a trade',
    { timeout: 20_000 },
    async () => {
      onScreen = ['btc_jpy']
      run('coincheck')
      await network.pass(90_000)
      expect(state('btc_jpy')).toBe('live')
      network.mute('coincheck', (frame) => frame.startsWith('[['))
      await network.pass(240_000)
      expect(state('btc_jpy')).toBe('deaf')
    },
  )

  test('yet, in a worker that has just woken, is not taken for live because a tape was saved', async () => {
    run('binance')
    await network.pass(20_000)
    expect(state()).toBe('live')
    const saved = structuredClone(savedEngineOf(running.venue.engine))
    running.stop()
    running = watch('binance', engineOfSaved(saved))
    expect([state(), pair(busy).tape]).toEqual(['absent', expect.anything()])
    await network.pass(20_000)
    expect(state()).toBe('live')
  })

  test('because its connection broke is judged by the ticker until it is open again', async () => {
    run('binance')
    await network.pass(20_000)
    network.setFault('binance', { kind: 'status', status: 503 })
    network.dropSockets()
    await network.pass(1000)
    expect(state()).toBe('absent')
    network.setFault('binance', null)
    await network.pass(20_000)
    expect(state()).toBe('live')
  })
})
