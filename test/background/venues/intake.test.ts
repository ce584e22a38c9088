import { describe, expect, test, vi } from 'vitest'
import { createIntake } from '../../../src/background/venues/intake.ts'
import type { VenueEvents } from '../../../src/background/venues/venue-events.ts'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { resumeEpisodes } from '../../../src/detect/cases/resume-episodes.ts'
import type { Episode } from '../../../src/market/episode.ts'

// The market's clock of a venue that was wrong, seen by the trader's cards.

const begin = 1_700_000_000_000
const minute = 60_000
const bases = ['SYS', 'B', 'C', 'D']
const day = 1440 * minute

function play(restored = createEngine('binance'), inputs?: VenueEvents['inputs']) {
  const told = new Map<string, Episode>()
  let startedOver = 0
  const intake = createIntake('binance', restored, {
    onTicks: () => undefined,
    onStartOver: () => void startedOver++,
    ...(inputs && { inputs }),
    onEpisodesChanged: (_, changed) => changed.forEach((episode) => told.set(episode.id, episode)),
  })
  intake.takeListings(
    bases.map((base) => ({ type: 'symbol', symbol: `${base}USDT`, base, quote: 'USDT', state: 'trading' })),
  )
  const frame = (at: number, price = 100) =>
    intake.takeFrame(
      bases.map((base) => {
        const last = base === 'SYS' ? price : 100
        return {
          type: 'tick',
          symbol: `${base}USDT`,
          base,
          quote: 'USDT',
          at,
          last,
          bid: 100,
          ask: 100,
          quoteVolume: 1e6,
        }
      }),
      'stream',
    )
  /** A stray print opens a card at once. */
  function openCard(): number {
    for (let i = 0; i < 60; i++) frame(begin + i * 1000)
    frame(begin + minute, 100_000)
    return begin + minute
  }
  return { intake, told, frame, openCard, startedOver: () => startedOver }
}

describe('a venue whose clock is set back by an hour', () => {
  test('keeps its card, at the time of its new clock, until that has settled', () => {
    const { intake, told, frame, openCard, startedOver } = play()
    const before = openCard()
    const after = before - 60 * minute
    expect([frame(after), frame(after + 1000), startedOver()]).toEqual([false, true, 1])
    const [card] = openEpisodes(intake.engine)
    expect(card).toMatchObject({ id: [...told.keys()][0], startedAt: after + 1000, phase: 'surging' })
    for (let i = 1; i < 120; i++) frame(after + i * minute)
    expect([...told.values()]).toMatchObject([{ id: card!.id, phase: 'settled' }])
    expect(told.get(card!.id)!.changedAt).toBeLessThan(after + 60 * minute)
  })
})

test('one frame of all pairs with a clock a day off starts nothing over', () => {
  for (const off of [day, -day]) {
    const { intake, frame, openCard, startedOver } = play()
    const at = openCard()
    expect([frame(at + 1000 + off), frame(at + 2000), startedOver()]).toEqual([false, true, 0])
    expect([intake.engine.data.at, openEpisodes(intake.engine).length]).toEqual([at + 2000, 1])
  }
})

test('a stored card of a clock that was ahead is closed by an engine that knows nothing of it', () => {
  const { intake, openCard } = play()
  openCard()
  const [card] = openEpisodes(intake.engine)
  const engine = createEngine('binance')
  resumeEpisodes(engine, [{ ...card!, startedAt: begin + day, updatedAt: begin + day }])
  const { told, frame } = play(engine)
  for (let i = 0; i < 20; i++) frame(begin + i * 1000)
  expect([...told.values()]).toMatchObject([{ id: card!.id, phase: 'settled' }])
})

test('an engine that was restored broken is replaced, and detection goes on', () => {
  const broken = createEngine('binance')
  const { intake, frame, startedOver } = play(broken)
  Reflect.deleteProperty(broken.data.tables, 'slowPrice')
  const taken = Array.from({ length: 20 }, (_, i) => {
    try {
      return frame(begin + i * 1000)
    } catch {
      return false
    }
  })
  expect(taken.filter(Boolean).length).toBeGreaterThan(10)
  expect(startedOver()).toBe(1)
  expect(intake.engine).not.toBe(broken)
})

test('an engine so broken that it cannot tell its episodes is replaced as well', () => {
  const broken = createEngine('binance')
  const { intake, frame, openCard, startedOver } = play(broken)
  openCard()
  Reflect.set(broken.data.pairs.get('SYSUSDT')!.episode!, 'also', null)
  Reflect.deleteProperty(broken.data.tables, 'slowPrice')
  for (let i = 1; i < 20; i++) {
    try {
      frame(begin + minute + i * 1000)
    } catch {
      // Until the engine is replaced.
    }
  }
  expect([startedOver(), intake.engine.data.at]).toEqual([1, begin + minute + 19_000])
})

test('a pair whose trades fail in a row loses what hangs on them, and nothing else', () => {
  const { intake, frame, openCard, startedOver } = play()
  const at = openCard()
  const pair = intake.engine.data.pairs.get('SYSUSDT')!
  Object.assign(pair, { tape: { at: 0, newest: null }, tradeFeed: null })
  const trade = { type: 'trade', symbol: 'SYSUSDT', price: 100, amount: 1, side: 'buy', at } as const
  const take = () => intake.takeTrades('SYSUSDT', [trade])
  for (let i = 0; i < 3; i++) expect(take).toThrow()
  expect(take).not.toThrow()
  expect(intake.isDeaf('SYSUSDT')).toBe(false)
  expect(pair.tape).toMatchObject({ last: 100 })
  expect([frame(at + 1000), startedOver(), openEpisodes(intake.engine).length]).toEqual([true, 0, 1])
})

test('who records and fails at every input costs nobody a frame or a card', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const fail = () => {
    throw new Error('no room')
  }
  const { told, openCard, startedOver } = play(createEngine('binance'), { before: fail, after: fail })
  openCard()
  expect([...told.values()].map(({ kind }) => kind)).toEqual(['stray-print'])
  expect(startedOver()).toBe(0)
  warn.mockRestore()
})
