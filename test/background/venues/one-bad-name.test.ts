import { afterEach, describe, expect, test, vi } from 'vitest'
import type { RunningVenue } from '../../../src/background/venues/run-venue.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'
import { openBusyMarket } from '../simulated/background.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from '../simulated/network.ts'
import { endWatch, watchVenue } from '../simulated/watch-venue.ts'

// A name that the venue's own list still has and its streams do not know, followed beside pairs that trade: over the
// real wire of each venue the trades of the others flow.

let network: SimulatedNetwork
let running: RunningVenue

afterEach(() => endWatch(running))

/** Watches a venue with its busiest pairs on screen; the first of them is the bad name. */
function follow(id: string) {
  network = openSimulatedNetwork(openBusyMarket(), [id])
  const venueMarket = network.venueMarket(id)
  const busiest = venueMarket.listings
    .toSorted((a, b) => b.tape.day.count - a.tape.day.count)
    .slice(0, 4)
    .map(({ symbol }) => symbol)
  const [bad = '', ...good] = busiest
  venueMarket.unstreamed.add(bad)
  running = watchVenue(id, { onScreen: () => busiest })
  return { bad, good }
}
/** Market time (ms) of a pair's newest trade. */
const heardAt = (symbol: string) => running.venue.engine.data.pairs.get(symbol)?.tape?.at ?? 0
const subscriptions = () => running.venue.state(Date.now()).subscriptions

/** These answer a name they do not know with nothing, or with an acknowledgement. */
const saysNothing = ['binance', 'upbit', 'bithumb', 'bitbank', 'bitflyer', 'coincheck']

describe.each(exchanges.map(({ id }) => id))('%s', (id) => {
  test('sends the trades of good pairs beside a bad name', { timeout: 60_000 }, async () => {
    const { bad, good } = follow(id)
    // Upbit admits one connection in ten seconds.
    await network.pass(id === 'upbit' ? 100_000 : 30_000)
    const before = good.map(heardAt)
    await network.pass(20_000)
    expect(good.map(heardAt).map((at, i) => at > before[i]!)).toEqual(good.map(() => true))
    const refused = saysNothing.includes(id) ? 0 : 1
    expect([bad, subscriptions()]).toEqual([bad, { refused, unanswered: 0, unmatched: 0 }])
    expect(running.venue.state(Date.now()).dropped).toBe(0)
  })
})

test('kucoin sends trades without a token where it refuses to issue one, and its polls go on', async () => {
  network = openSimulatedNetwork(openBusyMarket(), ['kucoin'])
  const { fetch: send } = globalThis
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) =>
    init.method === 'POST' ? Promise.resolve(new Response('', { status: 403 })) : send(url, init),
  )
  const { symbol } = network
    .venueMarket('kucoin')
    .listings.toSorted((a, b) => b.tape.day.count - a.tape.day.count)[0]!
  running = watchVenue('kucoin', { onScreen: () => [symbol] })
  await network.pass(40_000)
  const before = heardAt(symbol)
  await network.pass(20_000)
  expect(heardAt(symbol)).toBeGreaterThan(before)
  expect(network.connections('kucoin')).toEqual(['wss://x-push-spot.kucoin.com/'])
  expect(running.venue.state(Date.now())).toMatchObject({ kind: 'polling', dropped: 0 })
})
