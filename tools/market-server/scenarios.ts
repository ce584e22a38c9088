import { openClock, type Leg } from './clock.ts'
import { openCrowd } from './generated/crowd.ts'
import type { Universe } from './generated/universe.ts'
import { universeOf, withCoins } from './generated/universe.ts'
import { forVenue } from './market/events.ts'
import { openMarket } from './market/market.ts'
import type { Scenario } from './scenario.ts'
import { announcedPump } from './stories/announced-pump.ts'
import { broccoli } from './stories/broccoli.ts'
import { calm } from './stories/calm.ts'
import { cascade } from './stories/cascade.ts'
import { crash } from './stories/crash.ts'
import { maintenance } from './stories/maintenance.ts'
import { perpSqueeze } from './stories/perp-squeeze.ts'
import { pumpEverywhere } from './stories/pump-everywhere.ts'
import { squeezeEverywhere } from './stories/squeeze-everywhere.ts'
import type { Story } from './stories/story.ts'
import { sysIncident } from './stories/sys-incident.ts'

export type { Scenario } from './scenario.ts'

/** Every story the server can run, the default first. */
export const stories: readonly Story[] = [
  sysIncident,
  announcedPump,
  calm,
  crash,
  maintenance,
  pumpEverywhere,
  squeezeEverywhere,
  perpSqueeze,
  cascade,
  broccoli,
]

export const scenarioNames: readonly string[] = stories.map(({ name }) => name)

export interface ScenarioOptions {
  /** The same seed gives the same trades. */
  readonly seed?: number
  /** Market time per wall time throughout, instead of the story's own speeds. */
  readonly speed?: number
  /** Wall clock (ms) that drives the story's; the machine's own by default. */
  readonly wall?: () => number
}

/**
 * Opens a story with a day of history before it (about two seconds of work).
 *
 * @throws RangeError on an unknown name
 */
export function openScenario(name: string, options: ScenarioOptions = {}): Scenario {
  const story = stories.find((one) => one.name === name)
  if (!story) throw new RangeError(`No scenario "${name}". There are: ${scenarioNames.join(', ')}`)
  return openStory(story, options)
}

/** Opens a story, also one without a name on the command line. */
export function openStory(story: Story, { seed = 1, speed, wall }: ScenarioOptions = {}): Scenario {
  const { name, starts, ends, events, page, moments, furtherCoins = [] } = story
  const universe = busyOf(withCoins(universeOf(seed, starts), furtherCoins), story)
  const source = openCrowd(
    seed,
    universe,
    starts,
    story.plot(universe, seed),
    forVenue(events.maintenance, 'binance'),
  )
  const legs: readonly Leg[] = speed === undefined ? story.legs : [{ until: Infinity, speed }]
  return {
    name,
    page,
    starts,
    ends,
    market: openMarket(source, starts, events),
    clock: openClock(starts, legs, wall),
    ...(moments && { moments }),
  }
}

/** A universe without the pairs below the story's minimum, but for those that it keeps, and with its share of the orders of the others. */
const busyOf = (
  universe: Universe,
  { minOrdersPerMinute = 0, kept = [], orderShare = 1 }: Story,
): Universe => ({
  ...universe,
  pairs: universe.pairs
    .filter(({ base, orders }) => orders >= minOrdersPerMinute || kept.includes(base))
    .map((pair) => ({ ...pair, orders: pair.orders * orderShare })),
})
