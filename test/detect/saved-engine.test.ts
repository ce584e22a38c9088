import { readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createIntake } from '../../src/background/venues/intake.ts'
import { createEngine } from '../../src/detect/engine-state.ts'
import { dropTape } from '../../src/detect/pair/followed-pairs.ts'
import { engineOfSaved, savedEngineOf } from '../../src/detect/saved-engine.ts'
import type { Episode } from '../../src/market/episode.ts'
import { simulateDays } from '../background/simulated/days.ts'

const stored = (name: string) =>
  readFileSync(new URL(`../background/storage/stored-0.1.0/${name}`, import.meta.url))

test('an engine that version 0.1.0 stored amid an episode goes on and reports what that version reported', () => {
  const engine = engineOfSaved(deserialize(gunzipSync(stored('engine.bin.gz'))))!
  const later = JSON.parse(stored('engine-later.json').toString()) as { cut: number; episodes: Episode[] }
  expect(engine.data.pairs.size).toBe(8)
  expect(engine.cases.officialStatus?.halted).toEqual(new Set(['AUSDT']))
  const changed: Episode[] = []
  const intake = createIntake('binance', engine, {
    onTicks: () => undefined,
    onStartOver: () => undefined,
    onEpisodesChanged: (_, episodes) => changed.push(...episodes),
    onEventsRecorded: () => undefined,
  })
  const tradedAt = new Map<string, number>()
  for (const one of simulateDays(1, 5).slice(later.cut)) {
    // Whose trades have ended is no longer followed.
    for (const { symbol, tape } of engine.data.pairs.values())
      if (one.at - (tradedAt.get(symbol) ?? tape?.at ?? 0) > 3000) dropTape(engine.data, symbol)
    if (one.kind !== 'ticks') tradedAt.set(one.symbol, one.at)
    if (one.kind === 'ticks') intake.takeFrame(one.ticks, one.source)
    else if (one.kind === 'trades') intake.takeTrades(one.symbol, one.trades)
    else intake.takeBackfill(one.symbol, one.trades)
  }
  // Evidence, confirmation and the moment within a minute follow the rules of today; the course of each episode is
  // that of the past.
  expect(changed.map(courseOf)).toEqual(later.episodes.map(courseOf))
  const apart = changed.map(({ changedAt }, i) => Math.abs(changedAt - later.episodes[i]!.changedAt))
  expect(Math.max(...apart)).toBeLessThanOrEqual(60_000)
})

const courseOf = ({ id, symbol, kind, tier, phase, startedAt, startPrice }: Episode) => {
  return { id, symbol, kind, tier, phase, startedAt, startPrice }
}

test('nothing else is taken for an engine', () => {
  const saved = savedEngineOf(createEngine('binance'))
  for (const odd of [null, 7, 'engine', {}, { shape: 7 }, { ...saved, shape: 10 }])
    expect(engineOfSaved(odd)).toBeNull()
  expect(engineOfSaved(saved)?.data.venue).toBe('binance')
})
