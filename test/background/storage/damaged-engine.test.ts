import { expect, test } from 'vitest'
import { engineOfStored } from '../../../src/background/storage/engine-store.ts'
import { createIntake } from '../../../src/background/venues/intake.ts'
import type { Engine } from '../../../src/detect/engine-state.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { changesOf, savedMarkOf } from '../../../src/detect/saved-changes.ts'
import { savedEngineOf } from '../../../src/detect/saved-engine.ts'
import { shippedModel } from '../../../src/detect/score/model.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { isEpisode } from '../../../src/shared/storage/is-episode.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { mutate } from '../../../tools/fuzz/mutate.ts'
import { type FeedInput, SyntheticFeed, syntheticSymbols } from '../../detect/synthetic/synthetic-feed.ts'

// `MUTATIONS=3000 npx vitest run --project unit test/background/storage/damaged-engine` damages more of them.
const mutations = Number(process.env.MUTATIONS ?? 120)

const symbols = syntheticSymbols(8)
const [running, stray, pumped] = symbols as [string, string, string]

/** Raises a pair by 60 % within a minute, a frame a second; all others stand. */
function rise(feed: SyntheticFeed, symbol: string, seconds: number): void {
  for (let second = 1; second <= seconds; second++) {
    const price = 100 * (1 + 0.6 * Math.min(1, second / 60))
    const others = symbols.filter((other) => other !== symbol && other !== running)
    feed.frame(1000, [
      { symbol, price, turnover: 30_000, count: 60 },
      ...others.map((other) => ({ symbol: other, price: 100 + (second % 2) / 100 })),
    ])
    if (symbol !== running) continue
    if (second === 3) feed.follow(symbol, feed.fills(symbol, 'buy', [price, price * 1.001]))
    if (second > 3) feed.order(symbol, 'buy', [price * 0.999, price, price * 1.001])
  }
}

/**
 * A market with an episode, a stray print and a tape; its engine as stored whole, and as stored by what changed since it
 * was calm; and what comes after.
 */
function openMarket() {
  const feed = new SyntheticFeed(symbols, shippedModel)
  feed.calm(900, seeded(1))
  const calm = structuredClone(savedEngineOf(feed.engine))
  const mark = savedMarkOf(feed.engine)
  feed.frame(1000, [{ symbol: stray, price: 9e7 }])
  feed.frame(1000, [{ symbol: stray, price: 100 }])
  rise(feed, running, 40)
  const saved = structuredClone(savedEngineOf(feed.engine))
  const changes = structuredClone(changesOf(feed.engine, mark))
  const { at } = feed
  feed.inputs.length = 0
  feed.calm(60, seeded(2))
  rise(feed, pumped, 60)
  return { saved, calm, changes, at, after: feed.inputs.slice(-100) }
}

const market = openMarket()

/** What an engine makes of the frames: how many failed, what it told, and whether the rise was among it. */
function play(engine: Engine | null, inputs: readonly FeedInput[]) {
  const told: Episode[] = []
  const list = () =>
    listPairs(
      intake.engine.data,
      symbols.map((symbol) => {
        const base = symbol.replace('USDT', '')
        return { type: 'symbol', symbol, base, quote: 'USDT', state: 'trading' }
      }),
    )
  const intake = createIntake('binance', engine, {
    onTicks: () => undefined,
    onStartOver: () => list(),
    onEpisodesChanged: (_, changed) => told.push(...changed),
  })
  let failed = 0
  list()
  for (const input of inputs) {
    try {
      if (input.kind === 'ticks') intake.takeFrame(input.ticks, input.source)
      else intake.takeTrades(input.symbol, input.trades)
    } catch {
      failed++
    }
  }
  return { failed, told, isTold: told.some(({ symbol }) => symbol === pumped) }
}

test('a sound engine is restored whole', () => {
  const { value, faults } = engineOfStored(structuredClone(market.saved), 'binance', market.at)
  expect(faults).toEqual([])
  expect([...value!.data.pairs.keys()]).toEqual(symbols)
  expect(play(value, market.after)).toMatchObject({ failed: 0, isTold: true })
  expect(play(null, market.after)).toMatchObject({ failed: 0, isTold: true })
})

test('whatever is damaged in a stored engine, no frame fails for long and the rise that follows is told', () => {
  const findings: string[] = []
  const counts = { whole: 0, pairs: 0, unnoticed: 0 }
  for (let seed = 1; seed <= mutations; seed++) {
    const { value: stored, what } = mutate(market.saved, seeded(seed))
    const { value, faults } = engineOfStored(stored, 'binance', market.at)
    if (value === null) counts.whole++
    else if (faults.length > 0) counts.pairs++
    else counts.unnoticed++
    const { failed, told, isTold } = play(value, market.after)
    if (failed > 0 || !isTold || !told.every(isEpisode))
      findings.push(`${seed}: ${what.join(', ')}: ${failed} failed, told: ${isTold}`)
  }
  if (process.env.MUTATIONS) console.log(counts)
  expect(findings).toEqual([])
})

test('nor where it is damaged in what changed since it was stored', () => {
  const findings: string[] = []
  for (let seed = 1; seed <= mutations / 4; seed++) {
    const { value: changes, what } = mutate(market.changes, seeded(seed))
    const stored = (entries: readonly unknown[]) =>
      engineOfStored(structuredClone(market.calm), 'binance', market.at, entries).value
    const { failed, told, isTold } = play(stored([changes]) ?? stored([]), market.after)
    if (failed > 0 || !isTold || !told.every(isEpisode))
      findings.push(`${seed}: ${what.join(', ')}: ${failed} failed, told: ${isTold}`)
  }
  expect(findings).toEqual([])
})
