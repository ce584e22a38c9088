import type { Episode } from '../../src/market/episode.ts'
import type { AlertWatch } from './alert-watch.ts'
import type { LaidFault } from './random-faults.ts'
import type { PlannedEvent } from './soak-story.ts'

/** What was told of the planned events. */
export interface Judged {
  /** Planned events, counted once for each venue that lists what they are about. */
  readonly expected: number
  /** Of those, how many have an episode and a notification. */
  readonly told: number
  /** Episodes that an event has beyond one for a pair, and alerts that repeat an earlier one. */
  readonly double: number
  /** What is missing or double, a line each. */
  readonly wrong: readonly string[]
}

/** What a venue lists. */
export interface VenuePairs {
  readonly venue: string
  readonly pairs: readonly { readonly base: string }[]
}

/** Fewer coins make no market: see `minMarketCoins` of the engine. */
const minMarketCoins = 8
/** An event may be noticed this much later where a fault lay over its beginning, ms. */
const lateMs = 300_000

/**
 * @param episodes every episode of the run, as the history keeps it
 * @param faults what lay over the venues: named beside what is missing
 */
export function judge(
  events: readonly PlannedEvent[],
  venues: readonly VenuePairs[],
  episodes: readonly Episode[],
  alerts: AlertWatch,
  faults: readonly LaidFault[] = [],
): Judged {
  const wrong: string[] = []
  let [expected, told, double] = [0, 0, 0]
  for (const event of events)
    for (const { venue, pairs } of venues) {
      if (!concerns(event, pairs)) continue
      expected++
      const own = episodes.filter((episode) => episode.venue === venue && isOf(event, episode))
      const name = `${venue}: the ${event.coin ?? ''} ${event.kind}`
      if (own.some(({ id }) => alerts.of(id).length > 0)) told++
      else {
        const lacks = own.length > 0 ? 'no notification' : 'no episode'
        wrong.push([`${name} has ${lacks}`, ...faultsOver(event, venue, faults)].join(', '))
      }
      const symbols = own.map(({ symbol }) => symbol)
      const more = symbols.length - new Set(symbols).size
      if (more > 0) wrong.push(`${name} has ${more} more episodes than pairs`)
      double += more
    }
  for (const { episode, at } of alerts.repeated()) {
    wrong.push(`${episode} is alerted of again, without news, at ${new Date(at).toISOString()}`)
    double++
  }
  return { expected, told, double, wrong }
}

/** The faults of a venue while an event went on, or shortly before. */
function faultsOver({ from, until }: PlannedEvent, venue: string, faults: readonly LaidFault[]) {
  return faults
    .filter((fault) => fault.venue === venue && fault.until > from - lateMs && fault.from < until)
    .map((fault) => `${fault.name} from ${Math.round((fault.from - from) / 1000)} s`)
}

function concerns({ coin }: PlannedEvent, pairs: VenuePairs['pairs']): boolean {
  const coins = new Set(pairs.map(({ base }) => base))
  return coin === null ? coins.size >= minMarketCoins : coins.has(coin)
}

/** Whether an episode is the event's: its price may come from an older low, and be at its farthest after the run. */
function isOf({ kind, coin, from, until }: PlannedEvent, episode: Episode): boolean {
  if (episode.peakAt < from || episode.startedAt > until) return false
  if (kind === 'crash') return episode.symbol === null
  return episode.base === coin && [episode.kind, ...episode.also].includes('pump')
}
