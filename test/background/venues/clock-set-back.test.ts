import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import type { RunningVenue } from '../../../src/background/venues/run-venue.ts'
import { silenceOf } from '../../../src/shared/silence.ts'
import { openBusyMarket } from '../simulated/background.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from '../simulated/network.ts'
import { endWatch, watchVenue } from '../simulated/watch-venue.ts'

const minute = 60_000
let network: SimulatedNetwork
let running: RunningVenue

function start(id: string): void {
  network = openSimulatedNetwork(openBusyMarket(), [id])
  running = watchVenue(id)
}
const polls = () => network.requests.filter(({ url }) => /ticker/i.test(url)).length
const state = () => running.venue.state(Date.now())

afterEach(() => endWatch(running))

// Sixty seconds are several periods of either venue's polls.
test.each(['okx', 'bithumb'])(
  '%s is polled on, and says how fresh its data are, after the wall clock was set back',
  { timeout: 60_000 },
  async (id) => {
    start(id)
    await network.pass(30_000)
    expect(state().kind).toBe('polling')
    for (const back of [20_000, 60 * minute]) {
      vi.setSystemTime(Date.now() - back)
      const before = polls()
      await network.pass(minute)
      expect(polls() - before).toBeGreaterThanOrEqual(4)
      expect(state().kind).toBe('polling')
      expect(Date.now() - state().receivedAt!).toBeGreaterThanOrEqual(0)
    }
  },
)

test(
  'a stream that falls silent is noticed although the wall clock was set back',
  { timeout: 60_000 },
  async () => {
    start('binance')
    await network.pass(10_000)
    expect(state().kind).toBe('live')
    network.setFault('binance', { kind: 'never' })
    vi.setSystemTime(Date.now() - 60 * minute)
    await network.pass(minute)
    expect(state().kind).toBe('stale')
    expect(silenceOf(state(), Date.now())).toBeGreaterThan(30_000)
  },
)
