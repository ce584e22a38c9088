import type { Scenario } from '../market-server/scenario.ts'
import { openStory } from '../market-server/scenarios.ts'
import { japan } from '../market-server/stories/story.ts'
import { sysIncident } from '../market-server/stories/sys-incident.ts'

/** Half of the story's own speeds: on a busy machine the browser may be away for seconds, and would miss the trade. */
const climbSpeed = 150
const printSpeed = 20

/** A story that waits for who looks at it. */
export interface StillIncident {
  readonly scenario: Scenario
  /** Until then its market passes at its ordinary speed: on a slow machine a browser takes long to start. */
  begin(): void
}

/** The incident of 2018-07-04 until just after the trade at 96 BTC, then in real time: nothing hurries the camera. */
export function openStillIncident(): StillIncident {
  const [before, print] = sysIncident.legs
  if (!before || !print) throw new Error('The incident has no legs')
  const climb = { ...before, speed: climbSpeed }
  const opened = Date.now()
  /** Wall time that the waiting has taken from the story, ms; null: it waits. */
  let lost: number | null = null
  const waited = (now: number) => (now - opened) * (1 - 1 / climb.speed)
  const scenario = openStory(
    {
      ...sysIncident,
      legs: [
        climb,
        { until: japan(5, 41), speed: printSpeed },
        // The trade has been: on to where the page shows what came after.
        { until: japan(5, 42), speed: print.speed },
        { until: Infinity, speed: 1 },
      ],
    },
    { wall: () => Date.now() - (lost ?? waited(Date.now())) },
  )
  return { scenario, begin: () => void (lost ??= waited(Date.now())) }
}
