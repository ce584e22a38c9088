import { describe, expect, test } from 'vitest'
import { chartCandles } from '../../../src/details/chart/chart-candles.ts'
import { intervalOf } from '../../../src/details/chart/grid.ts'
import { chartModel } from '../../../src/details/chart/model.ts'
import { noData, type DetailsData } from '../../../src/details/data/details-data.ts'
import { viewOf, type SubjectView } from '../../../src/details/data/details-view.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { Candle } from '../../../src/market/row.ts'
import type { CandlesAnswer } from '../../../src/shared/messages/queries.ts'
import { venue } from '../../../tools/examples/made-up.ts'
import { minute, settled, startedAt } from '../example-incident.ts'

const now = startedAt + 30 * minute
const running: Partial<Episode> = {
  phase: 'surging',
  updatedAt: now,
  changedAt: startedAt,
  lastPrice: 9,
  strayPrint: null,
}

/** Minutes at a price of 5 from before the start until `until`. */
function candlesUntil(until: number, volume = 1): Candle[] {
  const prices = { open: 5, high: 5, low: 5, close: 5 }
  const list: Candle[] = []
  for (let at = startedAt - 15 * minute; at < until; at += minute)
    list.push({ type: 'candle', at, ...prices, baseVolume: volume })
  return list
}

function modelOf(answer: CandlesAnswer | null, part: Partial<Episode> = running) {
  const episode = settled(part)
  const data: DetailsData = {
    ...noData,
    subject: { kind: 'episode', id: episode.id },
    episodes: [episode],
    venues: [venue({ receivedAt: now, marketAt: now })],
  }
  const view = viewOf(data, now) as SubjectView
  const result = answer
    ? ({ kind: 'known', value: answer, at: now } as const)
    : ({ kind: 'waiting' } as const)
  return chartModel(view, chartCandles(result, episode), [], null)
}
const known = (candles: readonly Candle[]): CandlesAnswer => ({ kind: 'known', intervalMs: minute, candles })
const missing = (seen: readonly Candle[]): CandlesAnswer => ({
  kind: 'unavailable',
  why: 'failed',
  reason: 'HTTP 500',
  seen,
})
const last = <T>(list: readonly (T | null)[]) => list.findLast((each) => each !== null)

describe('the last bar', () => {
  test('of what runs follows the price of now', () => {
    const { bars } = modelOf(known(candlesUntil(now + minute)))
    expect(last(bars)).toMatchObject({ open: 5, high: 9, low: 5, close: 9, baseVolume: 1 })
  })

  test('is begun by the price of now where the venue has none yet; its volume is not known', () => {
    const { bars } = modelOf(known(candlesUntil(now)))
    expect(last(bars)).toMatchObject({ open: 5, high: 9, close: 9, baseVolume: null })
  })

  test('of a settled episode stays as the venue says', () => {
    const { bars } = modelOf(known(candlesUntil(now + minute)), { ...running, phase: 'settled' })
    expect(last(bars)).toMatchObject({ close: 5 })
  })

  test('does not follow a stray print', () => {
    const strayPrint = { price: 9, reference: 5e-6, at: now, times: 1 }
    const { bars } = modelOf(known(candlesUntil(now + minute)), { ...running, strayPrint })
    expect(last(bars)?.close).not.toBe(9)
  })
})

describe('the prices that are shown', () => {
  test('are the venue’s, else Keiho’s own from the beginning on, else the episode’s line', () => {
    expect(modelOf(known(candlesUntil(now)))).toMatchObject({ source: 'venue', line: [] })
    expect(modelOf(missing(candlesUntil(now)))).toMatchObject({ source: 'keiho', line: [] })
    const late = modelOf(missing(candlesUntil(now).filter(({ at }) => at > startedAt)))
    expect(late.source).toBe('keiho')
    expect(late.line.length).toBeGreaterThan(0)
    expect(modelOf(null)).toMatchObject({ source: 'waiting' })
  })

  test('have a pane of volumes only where a volume is known', () => {
    expect(modelOf(known(candlesUntil(now))).hasVolume).toBe(true)
    expect(modelOf(known(candlesUntil(now, 0))).hasVolume).toBe(false)
    expect(modelOf(null).hasVolume).toBe(false)
  })

  test('are drawn in bars of whole candles', () => {
    const span = { from: 0, to: 120 * minute }
    expect(intervalOf(span, minute)).toBe(minute)
    expect(intervalOf(span, 5 * minute)).toBe(5 * minute)
    expect(intervalOf({ from: 0, to: 300 * minute }, 5 * minute)).toBe(5 * minute)
    expect(intervalOf(span, 360 * minute)).toBe(360 * minute)
  })
})
