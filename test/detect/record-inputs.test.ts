import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { engineOfExcerpt, type EngineExcerpt } from '../../src/detect/engine-excerpt.ts'
import { createEngine, type Engine } from '../../src/detect/engine-state.ts'
import { listPairs } from '../../src/detect/pair/list-pairs.ts'
import { playInput } from '../../src/detect/play-input.ts'
import {
  beginCoinRecording,
  cardOf,
  playRecorded,
  recordedInput,
  type RecordedInput,
} from '../../src/detect/record-inputs.ts'
import type { EngineInput } from '../../src/detect/recording/engine-input.ts'
import { fromPlainJson, toPlainJson } from '../../src/detect/recording/plain-json.ts'
import { shippedModel } from '../../src/detect/score/model.ts'
import { seeded } from '../../tools/examples/seeded.ts'
import { simulatePump } from './synthetic/simulate-pump.ts'
import { SyntheticFeed, syntheticSymbols } from './synthetic/synthetic-feed.ts'

const symbols = syntheticSymbols(40)
/** One of the pairs is the same coin's in another quote. */
const sibling = 'C5USDT'

/** A market that moves as a whole, one pair that is pumped in it, and its coin's second pair. */
function marketInputs(seed: number): readonly EngineInput[] {
  const feed = new SyntheticFeed(symbols, shippedModel)
  const random = seeded(seed)
  feed.calm(900, random)
  for (let step = 1; step <= 40; step++)
    feed.frame(
      3000,
      symbols.map((symbol) => ({
        symbol,
        price: 100 + (step * (1 + random())) / 20,
        turnover: 900,
        count: 9,
      })),
    )
  simulatePump(feed, symbols[0]!)
  for (let step = 1; step <= 40; step++)
    feed.frame(2000, [
      { symbol: sibling, price: 100 + step * (0.4 + random() / 5), turnover: 9000, count: 30 },
    ])
  feed.calm(300, random)
  return feed.inputs.map((input) => {
    if (input.kind !== 'ticks') return { ...input, kind: input.kind }
    return { kind: 'frame', ticks: input.ticks, at: input.at, source: input.source }
  })
}

function marketEngine(): Engine {
  const engine = createEngine('binance')
  engine.recordedEvents = []
  listPairs(
    engine.data,
    symbols.map((symbol) => {
      const names = symbol === sibling ? ['SYS', 'C1'] : [symbol.replace(/USDT$/, ''), 'USDT']
      return { type: 'symbol', symbol, base: names[0]!, quote: names[1]!, state: 'trading' }
    }),
  )
  return engine
}

interface Recorded {
  readonly lines: readonly string[]
  readonly cards: readonly string[]
  readonly symbols: number
  /** Typical time between frames of the market, ms: decides which model applies. */
  readonly spacing: number
}

/** Plays a market, records the first pair's coin from one input on, and says which cards it got. */
function record(inputs: readonly EngineInput[], from: number): Recorded {
  const engine = marketEngine()
  const ids = new Set<string>()
  const lines: string[] = []
  let recording: ReturnType<typeof beginCoinRecording>['recording'] | null = null
  inputs.forEach((input, index) => {
    if (index === from) {
      const begun = beginCoinRecording(engine, engine.data.pairs.get(symbols[0]!)!)
      recording = begun.recording
      lines.push(toPlainJson(begun.state))
    }
    const changed = playInput(engine, input)
    engine.recordedEvents?.splice(0)
    if (!recording) return
    const line = recordedInput(recording, engine, input)
    if (line) lines.push(toPlainJson(line))
    for (const { id, base } of changed) if (base === 'SYS') ids.add(id)
  })
  return {
    lines,
    cards: [...ids].flatMap((id) => JSON.stringify(cardOf(engine, id))),
    spacing: engine.data.spacing,
    symbols: recording!.symbols.size,
  }
}

/** What a recording alone gives. */
function replayed(
  [state, ...lines]: readonly string[],
  cards: readonly string[],
): Omit<Recorded, 'lines' | 'symbols'> {
  const engine = engineOfExcerpt(fromPlainJson(state!) as EngineExcerpt)
  for (const line of lines) playRecorded(engine, fromPlainJson(line) as RecordedInput)
  const idOf = (card: string) => (JSON.parse(card) as { id: string } | null)?.id ?? ''
  return {
    cards: cards.map((card) => JSON.stringify(cardOf(engine, idOf(card)))),
    spacing: engine.data.spacing,
  }
}

describe('the recording of one coin', () => {
  test('gives the same cards as the whole market did, byte for byte', { timeout: 60_000 }, () => {
    let cards = 0
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0.02, max: 0.75, noNaN: true }),
        (seed, share) => {
          const inputs = marketInputs(seed)
          const { lines, symbols: held, ...recorded } = record(inputs, Math.floor(inputs.length * share))
          expect(held).toBe(2)
          cards += recorded.cards.filter((card) => card !== 'null').length
          expect(replayed(lines, recorded.cards)).toEqual(recorded)
        },
      ),
      { numRuns: 4 },
    )
    expect(cards).toBeGreaterThanOrEqual(4)
  })

  test('says nothing of the pairs of other coins', () => {
    const inputs = marketInputs(7)
    const { lines } = record(inputs, inputs.length >> 1)
    expect(lines.join('\n')).not.toMatch(/"C(?!1\b|5USDT\b)\d+(USDT)?"/)
  })
})

test('what JSON has no word for comes back from it', () => {
  const value = {
    numbers: [NaN, Infinity, -Infinity, -0, 1.5],
    map: new Map([['a', new Set([1, Infinity])]]),
    column: Float32Array.of(1, -0, NaN),
  }
  expect(fromPlainJson(toPlainJson(value))).toStrictEqual(value)
  expect(() => fromPlainJson('{"$":"Date","of":[1]}')).toThrow('unknown kind of list')
})
