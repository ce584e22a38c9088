import { deserialize, serialize } from 'node:v8'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { engineOfStored } from '../../../src/background/storage/engine-store.ts'
import type { EngineExcerpt } from '../../../src/detect/engine-excerpt.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { engineOfExcerpt } from '../../../src/detect/engine-excerpt.ts'
import { playInput } from '../../../src/detect/play-input.ts'
import {
  beginCoinRecording,
  cardOf,
  playRecorded,
  recordedInput,
  type RecordedInput,
} from '../../../src/detect/record-inputs.ts'
import { fromPlainJson, toPlainJson } from '../../../src/detect/recording/plain-json.ts'
import { changesOf, savedMarkOf } from '../../../src/detect/saved-changes.ts'
import { savedEngineOf } from '../../../src/detect/saved-engine.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { mutate } from '../../../tools/fuzz/mutate.ts'
import { ContractMarket } from './contract-market.ts'

/** The structured clone, as a browser stores it. */
const stored = <T>(value: T): T => deserialize(serialize(value)) as T

/** Seconds of a squeeze in which prices stand apart and shorts are liquidated. */
function squeeze(market: ContractMarket, seconds: number): void {
  const { price } = market.contracts[0]!
  for (let i = 1; i <= seconds; i++) {
    const last = price * (1 + i / 400)
    market.step(1000, { SYSUSDT: { last, mark: last / 1.03, index: price, shorts: 9000, times: 20 } })
  }
}

function amidSqueeze(): ContractMarket {
  const market = new ContractMarket(12)
  market.hasSpot = true
  market.calm(90)
  squeeze(market, 45)
  return market
}

/** Plays what came later into an engine. */
const played = (engine: ContractMarket['engine'], inputs: ContractMarket['inputs']): readonly Episode[] =>
  inputs.flatMap((input) => playInput(engine, input))

describe('an engine that is stored amid a squeeze', () => {
  test('goes on as if it had not been', () => {
    const market = amidSqueeze()
    const { value, faults } = engineOfStored(
      stored(savedEngineOf(market.engine)),
      'bybit-perpetual',
      market.at,
    )
    expect(faults).toEqual([])
    market.inputs.length = market.changes.length = 0
    squeeze(market, 60)
    const changes = played(value!, market.inputs)
    expect(changes).toEqual(market.changes)
    expect(changes.some(({ tier }) => tier === 'danger')).toBe(true)
    expect(value!.perpetual).toEqual(market.engine.perpetual)
  })

  test('knows from what changed since who stands apart or at its band, and since when', () => {
    const market = new ContractMarket(12, { band: 0.03 })
    market.calm(90)
    const snapshot = stored(savedEngineOf(market.engine))
    const mark = savedMarkOf(market.engine)
    squeeze(market, 50)
    const entry = stored(changesOf(market.engine, mark)!)
    expect(entry.perpetual).not.toHaveProperty('tables')
    const { value, faults } = engineOfStored(snapshot, 'bybit-perpetual', market.at, [entry])
    expect(faults).toEqual([])
    expect(value!.perpetual!.apart).toEqual(market.engine.perpetual!.apart)
    expect(value!.perpetual!.pinned.size).toBe(1)
    expect(value!.perpetual!.pinned).toEqual(market.engine.perpetual!.pinned)
    expect(value!.perpetual!.bursts).toEqual(market.engine.perpetual!.bursts)
  })

  test('is stored whole once its list of contracts changes', () => {
    const market = new ContractMarket(12)
    const mark = savedMarkOf(market.engine)
    const list = market.inputs.find((input) => input.kind === 'contracts')!
    market.play({ ...list, list: list.list.slice(1) })
    expect(market.engine.perpetual!.rows.size).toBe(11)
    expect(changesOf(market.engine, mark)).toBeNull()
  })

  test('whatever is damaged in it, later inputs fail nowhere', () => {
    const market = amidSqueeze()
    const saved = stored(savedEngineOf(market.engine))
    market.inputs.length = 0
    squeeze(market, 20)
    for (let seed = 1; seed <= 60; seed++) {
      const { value: damaged } = mutate(saved.engine.perpetual, seeded(seed))
      const engine = { ...saved.engine, perpetual: damaged as typeof saved.engine.perpetual }
      const { value } = engineOfStored(stored({ ...saved, engine }), 'bybit-perpetual', market.at)
      expect(value).not.toBeNull()
      expect(() => played(value!, market.inputs)).not.toThrow()
    }
  })
})

test('any rows leave finite numbers alone', () => {
  const amount = fc.double({ min: 1e-12, max: 1e15, noNaN: true })
  const row = fc.record(
    {
      mark: amount,
      index: amount,
      fundingRate: fc.double({ min: -1, max: 1, noNaN: true }),
      intervalH: fc.integer({ min: 1, max: 24 }),
      openInterest: fc.oneof(fc.constant(0), amount),
      ago: fc.integer({ min: -100_000, max: 100_000 }),
    },
    { requiredKeys: ['ago'] },
  )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const market = new ContractMarket(2)
      market.calm(1)
      rows.forEach(({ ago, ...said }, i) => {
        market.step(20_000)
        const at = market.at - ago
        market.play({
          kind: 'derivatives',
          rows: [{ type: 'derivative', symbol: 'SYSUSDT', ...said, at }],
          at: market.at,
        })
        const usd = said.openInterest ?? 1
        const liquidation = { type: 'liquidation', symbol: 'SYSUSDT', side: i % 2 ? 'buy' : 'sell' } as const
        market.play({
          kind: 'liquidations',
          rows: [{ ...liquidation, price: 1, amount: usd, at }],
          at: market.at,
        })
      })
      const { faults } = engineOfStored(stored(savedEngineOf(market.engine)), 'bybit-perpetual', market.at)
      expect(faults).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test('a contract more costs what any other costs, a spot venue nothing', () => {
  const bytes = (count: number) => {
    const market = new ContractMarket(count)
    market.calm(2)
    return serialize(savedEngineOf(market.engine).engine.perpetual).length
  }
  const [few, many] = [bytes(100), bytes(800)]
  expect((many - few) / 700).toBeLessThan(450)
  expect(createEngine('bybit').perpetual).toBeNull()
})

test('the recording of a contract gives its card byte for byte', () => {
  const market = new ContractMarket(12)
  market.hasSpot = true
  market.calm(90)
  const engine = market.engine
  const { recording, state } = beginCoinRecording(engine, engine.data.pairs.get('SYSUSDT')!)
  const lines = [toPlainJson(state)]
  const play = market.play.bind(market)
  market.play = (input) => {
    play(input)
    const line = recordedInput(recording, engine, input)
    if (line) lines.push(toPlainJson(line))
  }
  squeeze(market, 150)
  market.calm(5, 1000)
  const { id } = market.changes.at(-1)!
  const again = engineOfExcerpt(fromPlainJson(lines[0]!) as EngineExcerpt)
  for (const line of lines.slice(1)) playRecorded(again, fromPlainJson(line) as RecordedInput)
  expect(JSON.stringify(cardOf(again, id))).toBe(JSON.stringify(cardOf(engine, id)))
  expect(cardOf(engine, id)!.also.length).toBeGreaterThan(0)
  expect(lines.join('\n')).not.toMatch(/"C\d+USDT"/)
})
