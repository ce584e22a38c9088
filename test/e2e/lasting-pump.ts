import { openStory } from '../../tools/market-server/scenarios.ts'
import type { Scenario } from '../../tools/market-server/scenario.ts'
import { announcedPump } from '../../tools/market-server/stories/announced-pump.ts'

/** The announced pump at its usual speed, then in real time: its card stays long enough for any machine. */
export function openLastingPump(): Scenario {
  const [first, second] = announcedPump.legs
  return openStory({
    ...announcedPump,
    legs: [first!, { ...second!, until: second!.until - 120_000 }, { until: Infinity, speed: 1 }],
  })
}
