import { beforeAll, describe, expect, test } from 'vitest'
import { proveEngine } from '../../../src/background/storage/proof/prove-engine.ts'
import { tryEngine } from '../../../src/background/storage/proof/try-engine.ts'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { shippedModel } from '../../../src/detect/score/model.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { SyntheticFeed, syntheticSymbols } from '../../detect/synthetic/synthetic-feed.ts'

/** An engine amid a pump. */
let engine: Engine
beforeAll(() => {
  const feed = new SyntheticFeed(syntheticSymbols(3), shippedModel)
  feed.calm(600, seeded(1))
  for (let second = 1; second <= 40; second++)
    feed.frame(1000, [{ symbol: 'SYSUSDT', price: 100 + second, turnover: 30_000, count: 60 }])
  engine = feed.engine
})
const copy = (): Engine => {
  const { scoring, ...rest } = engine
  return { ...structuredClone(rest), scoring }
}

describe('an engine is tried on a copy', () => {
  test('and stays as it is where nothing is wrong with it', () => {
    const [tried, before] = [copy(), copy()]
    expect(openEpisodes(tried).length).toBeGreaterThan(0)
    tryEngine(tried)
    expect(tried).toEqual(before)
    tryEngine(createEngine('binance'))
  })

  test('which takes a frame: what breaks there breaks the trial', () => {
    const tried = copy()
    for (const pair of tried.data.pairs.values()) Object.assign(pair, { tables: {} })
    expect(() => tryEngine(tried)).toThrow(TypeError)
  })

  test('which tells its episodes: one that no storage would give back fails it', () => {
    const tried = copy()
    for (const { episode } of tried.data.pairs.values())
      if (episode) Object.assign(episode, { kind: 'unheard-of' })
    expect(() => tryEngine(tried)).toThrow('an episode is not sound')
  })

  test('before it is used: one of sound parts that cannot measure is left out whole', () => {
    const scoring = { ...engine.scoring, model: {} as never }
    const { value, faults } = proveEngine({ ...copy(), scoring }, 'binance', engine.data.at)
    expect(value).toBeNull()
    expect(faults.join()).toMatch(/Error/)
    expect(proveEngine(copy(), 'binance', engine.data.at).faults).toEqual([])
  })
})
