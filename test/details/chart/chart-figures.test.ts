import { expect, test } from 'vitest'
import { chartFigures } from '../../../src/details/chart/chart-figures.ts'
import type { ChartModel } from '../../../src/details/chart/model.ts'
import { detailsWords } from '../../../src/details/words.ts'
import { exampleEpisode } from '../../background/simulated/example-episode.ts'

test('of a fall the lowest moment is the largest in words too', async () => {
  const words = await detailsWords('en')
  const episode = exampleEpisode({ kind: 'market-wide', symbol: null, base: null, quote: null })
  const lane = { sign: 'median-return', source: 'engine', unit: 'fraction', count: null, usual: null }
  const model = {
    bars: [],
    line: [],
    halts: [],
    gaps: [],
    grid: { from: 0, intervalMs: 60_000, size: 4 },
    lanes: [{ ...lane, points: [-0.01, -0.08, null, -0.05] }],
    episode,
  } as unknown as ChartModel
  const [figure] = chartFigures(words, model, String)
  expect(figure?.value).toMatch(/8/)
  expect(figure?.when).toBe(words.format.clock(60_000))
})
