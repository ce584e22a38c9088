import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { runVenue, type RunningVenue } from '../../src/background/venues/run-venue.ts'
import { exchangeOf } from '../../src/exchanges/registry.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from '../background/simulated/network.ts'
import type { VenueState } from '../../src/market/venue-state.ts'
import type { Fault } from '../../tools/market-server/faults.ts'
import { openScenario } from '../../tools/market-server/scenarios.ts'

// One venue fails; the others go on, and its state shows the reason. One venue of each kind of transport: a
// stream of all tickers, compressed frames, Socket.IO, plain polls, one request a pair.

const ids = ['binance', 'htx', 'bitbank', 'okx', 'bitflyer'] as const
type Id = (typeof ids)[number]
let started: RunningVenue[] = []
let wire: SimulatedNetwork

beforeAll(async () => {
  wire = openSimulatedNetwork(openScenario('calm').market, ids)
  started = ids.map((id, i) =>
    runVenue(
      exchangeOf(id)!,
      { engine: null, refusal: null, slot: { startedAt: Date.now(), fraction: i / ids.length } },
      {
        onTicks: () => undefined,
        onEpisodesChanged: () => undefined,
        onRefusalChanged: () => undefined,
      },
      ({ engine }) =>
        [...engine.data.pairs.values()].filter(({ base }) => base === 'BTC').map(({ symbol }) => symbol),
    ),
  )
  await wire.pass(15_000)
}, 120_000)

afterAll(() => {
  for (const one of started) one.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const stateOf = (id: Id) => started[ids.indexOf(id)]!.venue.state(Date.now())
const isWell = (id: Id) => ['live', 'polling'].includes(stateOf(id).kind)
/** Advances time until a condition holds, by `ms` at most. */
async function within(ms: number, isSo: () => boolean): Promise<void> {
  for (let passed = 0; passed < ms && !isSo(); passed += 1000) await wire.pass(1000)
}

const faults: readonly (readonly [string, Fault, RegExp, VenueState['kind']])[] = [
  ['HTML', { kind: 'html' }, /not JSON/, 'unreadable'],
  ['an error body', { kind: 'error-body' }, /./, 'stale'],
  ['half a frame', { kind: 'half-json' }, /not JSON/, 'unreadable'],
  ['nothing', { kind: 'never' }, /no answer/, 'stale'],
]
const cases = faults.flatMap((fault) => (['okx', 'htx'] as const).map((id) => [...fault, id] as const))

describe.each(cases)('%s', (_, fault, reason, kind, broken) => {
  test(`from ${broken} leaves the others as they are`, { timeout: 120_000 }, async () => {
    expect(ids.filter(isWell)).toEqual(ids)
    wire.setFault(broken, fault)
    await within(60_000, () => !isWell(broken) && reason.test(stateOf(broken).reason ?? ''))
    expect(stateOf(broken).kind).toBe(kind)
    expect(stateOf(broken).reason).toMatch(reason)
    expect(ids.filter(isWell)).toEqual(ids.filter((id) => id !== broken))
    wire.setFault(broken, null)
    await within(120_000, () => isWell(broken))
    expect(ids.filter(isWell)).toEqual(ids)
  })
})

test(
  'a venue with Retry-After is left alone until then, the others are polled as before',
  { timeout: 120_000 },
  async () => {
    wire.setFault('okx', { kind: 'status', status: 429, retryAfter: 30 })
    await within(10_000, () => wire.requests.some(({ status }) => status === 429))
    await wire.pass(15_000)
    wire.setFault('okx', null)
    expect(stateOf('okx')).toMatchObject({ kind: 'rate-limited', reason: 'HTTP 429' })
    const from = wire.requests.findIndex(({ status }) => status === 429)
    // What was under way in the same moment could not be recalled.
    const isLater = (at: number) => at > wire.requests[from]!.at + 1000
    expect(wire.requests.filter(({ venue, at }) => venue === 'okx' && isLater(at))).toEqual([])
    expect(ids.filter(isWell)).toEqual(ids.filter((id) => id !== 'okx'))
    expect(stateOf('okx').retryAt! - wire.requests[from]!.at).toBeGreaterThanOrEqual(30_000)
    await within(60_000, () => isWell('okx'))
    expect(ids.filter(isWell)).toEqual(ids)
  },
)
