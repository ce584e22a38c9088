import type { Scenario } from '../../tools/market-server/scenario.ts'
import { announcedPump } from '../../tools/market-server/stories/announced-pump.ts'
import { openBusyStory } from '../shared/busy-story.ts'

/** The announced pump at its usual speed, then in real time: its card stays long enough for any machine. */
export function openLastingPump(): Scenario {
  const [first, second] = announcedPump.legs
  return openBusyStory({
    ...announcedPump,
    legs: [first!, { ...second!, until: second!.until - 120_000 }, { until: Infinity, speed: 1 }],
  })
}
