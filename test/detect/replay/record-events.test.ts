import { describe, expect, test } from 'vitest'
import type { OfficialStatus } from '../../../src/detect/cases/official-status.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { takeOfficialStatus } from '../../../src/detect/engine.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'

const begin = 1_700_000_000_000
const second = 1000
/** As the status is computed anew from time to time: equal, but not the same object. */
const statusOf = (suspended: readonly (readonly [string, number])[] = []): OfficialStatus => ({
  closed: false,
  halted: new Set(),
  suspended: new Map(suspended),
  young: new Set(),
  changing: new Set(),
})

function recordingEngine() {
  const engine = createEngine('binance')
  listPairs(engine.data, [{ type: 'symbol', symbol: 'OAXBTC', base: 'OAX', quote: 'BTC', state: 'trading' }])
  engine.data.at = begin
  engine.recordedEvents = []
  return { engine, pair: engine.data.pairs.get('OAXBTC')!, recorded: engine.recordedEvents }
}

describe('the official status, applied once a second', () => {
  test('is recorded once while it says nothing, with or without frames', () => {
    const { engine, recorded } = recordingEngine()
    for (let n = 0; n < 86_400; n++) {
      if (n > 40_000) engine.data.at += second
      takeOfficialStatus(engine, statusOf())
    }
    expect(recorded).toHaveLength(1)
  })

  test('is recorded when it changes, and again every ten minutes while it lasts', () => {
    const { engine, recorded } = recordingEngine()
    for (let n = 0; n < 3600; n++) {
      engine.data.at += second
      takeOfficialStatus(engine, statusOf(n < 1800 ? [['OAX', begin]] : []))
    }
    expect(recorded).toHaveLength(4)
    expect(recorded.at(-1)).toMatchObject({ status: statusOf() })
  })

  test('is recorded at each frame while an episode may run, and not between frames', () => {
    const { engine, pair, recorded } = recordingEngine()
    pair.recording = { since: begin, at: begin, open: true, weak: false }
    for (let n = 0; n < 100; n++) {
      if (n % 10 === 0) engine.data.at += second
      takeOfficialStatus(engine, statusOf([['OAX', begin]]))
    }
    expect(recorded).toHaveLength(10)
  })
})
