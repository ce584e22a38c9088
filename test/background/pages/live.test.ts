import { expect, test } from 'vitest'
import { liveOf } from '../../../src/background/pages/live.ts'
import type { Venue } from '../../../src/background/venues/venue.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { runningEpisodeOf } from '../../../src/detect/episode/running-episode.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { exchangeOf } from '../../../src/exchanges/registry.ts'
import { exampleEpisode } from '../simulated/example-episode.ts'

/** A venue on which a coin's pair runs an episode from 1 to so much. */
function venueWith(id: string, last: number): Venue {
  const engine = createEngine(id)
  const listed = { symbol: 'SYSUSDT', base: 'SYS', quote: 'USDT' }
  listPairs(engine.data, [{ type: 'symbol', ...listed, state: 'trading' }])
  const pair = engine.data.pairs.get('SYSUSDT')!
  pair.at = 1
  pair.last = last
  pair.episode = runningEpisodeOf(
    exampleEpisode({ id, venue: id, ...listed, phase: 'surging', startPrice: 1, lastPrice: last }),
  )
  return { exchange: exchangeOf(id)!, engine, state: () => ({}) } as unknown as Venue
}

const annotated = { annotate: <E>(episode: E) => episode }
const page = { venue: 'binance-perpetual', base: 'SYS', quote: 'USDT' }
const otherOf = (venues: readonly Venue[]) =>
  liveOf(page, venues, 0, annotated)?.episode?.evidence.filter(({ sign }) => sign === 'other-market')

test('a page is told with every price how far the coin went on the other market of its exchange', () => {
  const own = venueWith('binance-perpetual', 1.1)
  expect(otherOf([own, venueWith('bybit', 1.5)])).toEqual([])
  const [found, ...more] = otherOf([own, venueWith('binance', 1.5)])!
  expect(found!.value).toBeCloseTo(0.5, 9)
  expect(more).toEqual([])
})
