import { describe, expect, test } from 'vitest'
import { createCandlePacer, spanToAsk } from '../../src/details/data/candle-pacer.ts'
import { noData } from '../../src/details/data/details-data.ts'
import { viewOf, type SubjectView } from '../../src/details/data/details-view.ts'
import type { CandlesAnswer } from '../../src/shared/messages/queries.ts'
import { updatedCandles, waiting } from '../../src/details/data/query-result.ts'
import { venue } from '../../tools/examples/made-up.ts'
import { candlesAnswer, marketNow, minute, settled, settledAt, startedAt } from './example-incident.ts'

const span = { from: 0, until: 60_000 }
const missing = (why: Extract<CandlesAnswer, { kind: 'unavailable' }>['why']): CandlesAnswer => ({
  kind: 'unavailable',
  why,
  reason: null,
  seen: [],
})

/** The seconds at which a pacer asks within an hour, each answered at once. */
function askedAt(answer: CandlesAnswer | undefined, spanAt = (_second: number) => span): number[] {
  const pacer = createCandlePacer()
  const asked: number[] = []
  for (let second = 0; second < 3600; second++) {
    if (!pacer.isDue(spanAt(second), second * 1000)) continue
    asked.push(second)
    pacer.asked(spanAt(second))
    pacer.answered(answer, second * 1000)
  }
  return asked
}

describe('candles are asked for', () => {
  test('once where the span is over and answered', () => {
    expect(askedAt(candlesAnswer())).toEqual([0])
    expect(askedAt(missing('not-published'))).toEqual([0])
    expect(askedAt(missing('too-old'))).toEqual([0])
  })

  test.each([undefined, missing('failed'), missing('none'), missing('not-listed'), missing('not-watched')])(
    'again with growing pauses after %j, whatever the span',
    (answer) => {
      expect(askedAt(answer)).toEqual([0, 5, 15, 35, 75, 155, 315, 635, 1235, 1835, 2435, 3035])
      expect(askedAt(answer, (second) => ({ from: 0, until: second }))).toHaveLength(12)
    },
  )

  test('each minute while the span runs', () => {
    const running = (second: number) => ({ from: 0, until: Math.floor(second / 60) * 60_000 })
    expect(askedAt(candlesAnswer(), running)).toHaveLength(60)
  })

  test('not while an answer is awaited', () => {
    const pacer = createCandlePacer()
    pacer.asked(span)
    expect(pacer.isDue({ from: 1, until: 2 }, 1e9)).toBe(false)
  })

  test('of the episode’s own time, also a month later', () => {
    const later = marketNow + 30 * 1440 * minute
    const subject = { kind: 'episode', id: settled().id } as const
    const venues = [venue({ receivedAt: later, marketAt: later })]
    const view = viewOf({ ...noData, subject, episodes: [settled()], venues }, later) as SubjectView
    const { from, until } = spanToAsk(view)
    expect(from).toBe(startedAt - 120 * minute)
    expect(until).toBe(settledAt + 121 * minute)
  })
})

test('candles that are known stay where the venue does not answer, and give way to what it says', () => {
  const known = updatedCandles(waiting, candlesAnswer(), 1)
  expect(updatedCandles(known, missing('failed'), 2)).toBe(known)
  expect(updatedCandles(known, undefined, 2)).toBe(known)
  expect(updatedCandles(known, missing('none'), 2)).toMatchObject({ value: { why: 'none' }, at: 2 })
  expect(updatedCandles(waiting, missing('failed'), 2)).toMatchObject({ value: { why: 'failed' } })
})
