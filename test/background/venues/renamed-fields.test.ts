import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningVenue } from '../../../src/background/venues/run-venue.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'
import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { VenueState } from '../../../src/market/venue-state.ts'
import { asksForTickers, editReply } from '../../../tools/drill/faults/calls.ts'
import { renamed } from '../../../tools/drill/faults/edit-json.ts'
import { type Line, soundLine } from '../../../tools/drill/network/line.ts'
import { editFrame, kindOfFrame } from '../../../tools/drill/network/frame-json.ts'
import { openStory } from '../../../tools/market-server/scenarios.ts'
import { pumpEverywhere } from '../../../tools/market-server/stories/pump-everywhere.ts'
import { openSimulatedNetwork } from '../simulated/network.ts'
import { endWatch, watchVenue } from '../simulated/watch-venue.ts'

// A venue changes the names of its fields, as with a new version of its interface: its messages go on to come.

/** A line on which the fields of tickers have other names: in the stream alone, or in polls too. */
const lineOf = (exchange: Exchange, polls: boolean): Line => ({
  ...soundLine,
  answer(call, venue) {
    const reply = venue.answer(call)
    return polls && asksForTickers(exchange, call) ? editReply(reply, renamed) : reply
  },
  toClient: (frame, _, send) =>
    send(kindOfFrame(exchange, frame) === 'ws.ticker' ? editFrame(frame, renamed) : frame),
})

/** Only the busiest coins: less work. */
const fewPairs = { ...pumpEverywhere, minOrdersPerMinute: 60 }
/** Silence of a stream is noticed after 12 s; what replaces it has been asked for by then. */
const noticedMs = 25_000
const running: RunningVenue[] = []
const states: Record<'sound' | 'streamRenamed' | 'allRenamed', VenueState[]> = {
  sound: [],
  streamRenamed: [],
  allRenamed: [],
}
const at = (phase: keyof typeof states, id: string) => states[phase].find(({ venue }) => venue === id)

beforeAll(async () => {
  const network = openSimulatedNetwork(openStory(fewPairs).market)
  for (const { id } of exchanges) running.push(watchVenue(id))
  const pass = async (ms: number, phase: keyof typeof states) => {
    await network.pass(ms)
    states[phase] = running.map(({ venue }) => venue.state(Date.now()))
  }
  const setLines = (line: (exchange: Exchange) => Line) => {
    for (const exchange of exchanges) network.setLine(exchange.id, line(exchange))
  }
  await pass(12_000, 'sound')
  setLines((exchange) => lineOf(exchange, false))
  await pass(noticedMs, 'streamRenamed')
  setLines((exchange) => lineOf(exchange, true))
  await pass(noticedMs, 'allRenamed')
}, 120_000)
afterAll(() => running.forEach(endWatch))

describe.each(exchanges.map((exchange) => [exchange.id, exchange] as const))('%s', (id, { stream }) => {
  test('is live or polling, and reads all rows, while it keeps to its interface', () => {
    expect(at('sound', id)).toMatchObject({ kind: stream ? 'live' : 'polling' })
    expect(at('sound', id)?.droppedShare ?? 0).toBeLessThan(0.3)
  })

  if (stream)
    test('is polled while its stream cannot be read, and says what share of rows that is', () => {
      const state = at('streamRenamed', id)
      expect(state?.kind).toBe('polling')
      expect(state?.droppedShare).toBeGreaterThan(0.2)
      expect(state?.droppedExample).toMatch(/^ws\.ticker: .{5,}/)
    })

  test('is unreadable while neither stream nor polls can be read, never live, and never merely stale', () => {
    const state = at('allRenamed', id)
    expect(state?.kind).toBe('unreadable')
    expect(state?.droppedShare).toBeGreaterThan(0.2)
    expect(state?.droppedExample?.length).toBeLessThanOrEqual(200)
  })
})
