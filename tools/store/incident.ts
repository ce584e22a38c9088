import type { Scenario } from '../market-server/scenario.ts'
import { openStory } from '../market-server/scenarios.ts'
import { japan } from '../market-server/stories/story.ts'
import { sysIncident } from '../market-server/stories/sys-incident.ts'

/** The incident of 2018-07-04 until just after the trade at 96 BTC, then in real time: nothing hurries the camera. */
export function openStillIncident(): Scenario {
  const [climb, print] = sysIncident.legs
  if (!climb || !print) throw new Error('The incident has no legs')
  return openStory({
    ...sysIncident,
    legs: [climb, { ...print, until: japan(5, 42) }, { until: Infinity, speed: 1 }],
  })
}
