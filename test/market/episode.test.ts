import { describe, expect, test } from 'vitest'
import { changeFromPeak, changeSinceStart, isOpen, phases } from '../../src/market/episode.ts'
import { pairKey, pairName } from '../../src/market/pair.ts'
import { exampleEpisode } from '../background/simulated/example-episode.ts'

describe('an episode', () => {
  test('is measured from its start and from its peak', () => {
    const episode = exampleEpisode({ startPrice: 100, peakPrice: 160, lastPrice: 120 })
    expect(changeSinceStart(episode)).toBeCloseTo(0.2, 12)
    expect(changeFromPeak(episode)).toBeCloseTo(-0.25, 12)
  })

  test('of a fall is above its peak when it recovers', () => {
    const episode = exampleEpisode({ startPrice: 100, peakPrice: 50, lastPrice: 60 })
    expect(changeSinceStart(episode)).toBeCloseTo(-0.4, 12)
    expect(changeFromPeak(episode)).toBeCloseTo(0.2, 12)
  })

  test('is open in every phase but the last', () => {
    expect(phases.filter((phase) => !isOpen(exampleEpisode({ phase })))).toEqual([phases.at(-1)])
  })
})

describe('a pair', () => {
  test('is written base first, and its key contains the venue', () => {
    const pair = { venue: 'binance', base: 'SYS', quote: 'BTC' }
    expect(pairName(pair)).toBe('SYS/BTC')
    expect(pairKey(pair)).toBe('binance:SYS/BTC')
    expect(pairKey({ ...pair, venue: 'other' })).not.toBe(pairKey(pair))
  })
})
