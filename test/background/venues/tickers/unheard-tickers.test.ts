import { afterEach, describe, expect, test } from 'vitest'
import type { RunningVenue } from '../../../../src/background/venues/run-venue.ts'
import { openBusyMarket } from '../../simulated/background.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from '../../simulated/network.ts'
import { endWatch, watchVenue } from '../../simulated/watch-venue.ts'

let network: SimulatedNetwork
let running: RunningVenue

afterEach(() => endWatch(running))

function watch(id: string): void {
  network = openSimulatedNetwork(openBusyMarket(), [id])
  running = watchVenue(id)
}
const kind = () => running.venue.state(Date.now()).kind
const requestsFor = (symbol: string) => network.requests.filter(({ url }) => url.endsWith(symbol)).length

describe('a pair whose subscription was accepted and brings nothing', () => {
  test('is polled while the stream goes on with the others', { timeout: 60_000 }, async () => {
    watch('bitflyer')
    network.mute('bitflyer', (frame) => frame.includes('lightning_ticker_XRP_JPY'))
    await network.pass(50_000)
    const pair = running.venue.engine.data.pairs.get('XRP_JPY')!
    expect(kind()).toBe('live')
    expect(Date.now() - pair.at).toBeLessThan(20_000)
    const before = [requestsFor('XRP_JPY'), requestsFor('BTC_JPY')]
    await network.pass(20_000)
    expect(requestsFor('XRP_JPY')).toBeGreaterThan(before[0]!)
    // A pair that is heard is left alone.
    expect(requestsFor('BTC_JPY')).toBe(before[1])
  })
})

describe('a stream that repeats one frame', () => {
  test('is not live, and the tickers are polled', { timeout: 60_000 }, async () => {
    watch('binance')
    await network.pass(20_000)
    expect(kind()).toBe('live')
    network.freeze('binance', (frame) => frame.includes('!ticker_1h@arr'))
    await network.pass(15_000)
    expect(kind()).not.toBe('live')
    await network.pass(10_000)
    expect(kind()).toBe('polling')
    network.setFault('binance', null)
    await network.pass(5000)
    expect(kind()).toBe('live')
  })
})
