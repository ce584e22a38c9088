import { beforeEach, describe, expect, test } from 'vitest'
import { createWatchdog, type Watchdog } from '../../../src/background/sockets/watchdog.ts'
import type { Heartbeat } from '../../../src/exchanges/feeds/stream-call.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'

const minute = 60_000
let sent: unknown[] = []
/** When connections were opened, ms. */
let opened: number[] = []
let now = 0
let watchdog: Watchdog

/** Opens a connection at 0, which is ready at once. */
function open(heartbeat: Heartbeat): void {
  const connect = () => {
    opened.push(now)
    watchdog.markOpened(now)
    watchdog.markReady(now)
  }
  watchdog = createWatchdog(heartbeat, { send: (frame) => void sent.push(frame), reconnect: connect })
  connect()
}
/** Lets time pass; `receivesAt` says in which seconds a frame arrives. */
function pass(ms: number, receivesAt: (second: number) => boolean = () => false): void {
  for (const end = now + ms; now < end;) {
    now += 1000
    if (receivesAt(now / 1000)) watchdog.markReceived(now)
    watchdog.tick(now)
  }
}

beforeEach(() => {
  sent = []
  opened = []
  now = 0
})

test.each(
  exchanges.flatMap(({ id, trades, stream }) =>
    [trades.stream, stream ?? trades.stream].map((call) => [id, call] as const),
  ),
)('half an hour of silence is noticed on each line of %s', (_, { heartbeat }) => {
  open(heartbeat ?? {})
  pass(30 * minute)
  expect(opened.length).toBeGreaterThan(3)
})

describe('a connection on which the venue sends by itself', () => {
  test('is replaced after two of its periods, a minute at the least', () => {
    for (const [serverEveryMs, expected] of [
      [5000, 61],
      [30_000, 61],
      [45_000, 91],
    ] as const) {
      opened = []
      now = 0
      open({ serverEveryMs })
      pass(100_000)
      expect(opened).toEqual([0, expected * 1000])
    }
  })

  test('is left alone while it does', () => {
    open({ serverEveryMs: 30_000 })
    pass(30 * minute, (second) => second % 30 === 0)
    expect([opened, sent]).toEqual([[0], []])
  })
})

describe('a connection without heartbeats', () => {
  test('is replaced after ever longer silences: it may be the market that is quiet', () => {
    open({})
    pass(64 * minute, () => opened.at(-1) === now)
    expect(opened).toEqual([0, 121, 121 + 241, 362 + 481, 843 + 961, 1804 + 1921].map((s) => s * 1000))
  })

  test('waits no longer for frames that answer its own: an acknowledgement is no trade', () => {
    open({})
    pass(30 * minute, (second) => second * 1000 === (opened.at(-1) ?? 0) + 3000)
    expect(opened).toHaveLength(4)
  })

  test('is replaced as soon as at first once trades have come again', () => {
    open({})
    pass(10 * minute)
    expect(opened).toHaveLength(3)
    pass(10 * minute, () => true)
    expect(opened).toHaveLength(3)
    pass(121_000)
    expect(opened).toHaveLength(4)
  })
})

test('a connection that never becomes ready is replaced too, and gets no heartbeat', () => {
  let replaced = 0
  watchdog = createWatchdog(
    { ping: { frame: 'ping', everyMs: 20_000 } },
    { send: (frame) => void sent.push(frame), reconnect: () => void replaced++ },
  )
  watchdog.markOpened(0)
  pass(61_000)
  expect([replaced, sent]).toEqual([1, []])
})

test('a clock that is set back stops neither heartbeats nor the count of silence', () => {
  now = 3_600_000
  open({ ping: { frame: 'ping', everyMs: 20_000 } })
  now = 0
  pass(62_000)
  expect(opened).toEqual([3_600_000, 62_000])
  expect(sent).not.toEqual([])
})
