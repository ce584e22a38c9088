import { describe, test } from 'vitest'
import { tierRank } from '../../src/market/tier.ts'
import { sayIn } from '../../tools/examples/words-in.ts'
import { addEpisodes } from '../../tools/browsers/episode-history.ts'
import type { FlaggedEpisode } from '../../tools/browsers/episode-history.ts'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import { watchEpisodes } from '../../tools/browsers/watch-episodes.ts'
import { openRecorded } from '../../tools/market-server/recorded.ts'
import { labelledPumps } from './labelled-pumps.ts'
import type { LabelledPump } from './labelled-pumps.ts'
import { eventually, openScene, seen, shot } from './scene.ts'

const names = ['ADX_2019-07-05_17.00', 'VIB_2019-08-21_17.59', 'SNT_2019-07-22_16.00']
const pumps = labelledPumps(names)

const second = 1000
const hour = 3_600_000
const say = sayIn('en')
const loud = new RegExp(`${say('tier.warning')}|${say('tier.danger')}`)

/** Six hours fast, the event slowly: about a minute in all. */
function replay({ file, onsetAt }: LabelledPump) {
  const until = onsetAt + 45 * second
  const speeds = [
    { until: onsetAt - 15 * second, speed: 600 },
    { until, speed: 3 },
  ]
  return openRecorded([file], { from: onsetAt - 6 * hour, until, speeds })
}

// Concurrently, each in a browser of its own: a replay is mostly waiting.
describe('real pumps, replayed trade by trade', () => {
  if (pumps.length === 0)
    test('recorded pumps (skipped where ../shared/data is absent)', (context) => context.skip())

  test.concurrent.for(pumps)('$name', async (pump, { expect, onTestFinished }) => {
    const scene = await openScene(launchChromium, replay(pump))
    onTestFinished(() => scene.close())
    const drain = await watchEpisodes(scene.driver)

    await scene.server.done
    await eventually(async () => expect(await seen(scene)).toMatch(loud))
    await scene.page.screenshot({ path: shot(pump.name) })

    const history = new Map<string, FlaggedEpisode>()
    for (const value of await drain()) addEpisodes(history, value)
    const warnings = [...history.values()]
      .flatMap((story) => story.history)
      .filter(({ tier }) => tierRank(tier) >= tierRank('warning'))
      .map(({ at }) => at)
      .sort((a, b) => a - b)
    const [first] = warnings
    expect(first).toBeGreaterThanOrEqual(Math.min(pump.announcedAt, pump.onsetAt))
    expect(first! - pump.onsetAt).toBeLessThanOrEqual(30 * second)
  })
})
