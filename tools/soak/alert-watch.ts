import type { SentAlert } from '../../src/background/storage/sent-alert.ts'
import { tierRank } from '../../src/market/tier.ts'
import type { SimulatedArea } from '../simulated-browser/area.ts'

/** Every alert that was sent in a run. */
export interface AlertWatch {
  /** The alerts of an episode, oldest first: shown alone, or summed up. */
  of(episode: string): readonly SentAlert[]
  /** Alerts that repeat an earlier one of their episode: no higher tier, no turn, no growth by half. */
  repeated(): readonly SentAlert[]
  /** Episodes that were alerted of. */
  readonly episodes: readonly string[]
}

/** A further alert needs the price to grow by this factor: README.md promises it. */
const minGrowth = 1.5

/** Watches the stored alerts: of an episode only the last is kept there. */
export function watchAlerts(local: SimulatedArea): AlertWatch {
  const byEpisode = new Map<string, Map<number, SentAlert>>()
  local.onChanged.addListener(({ alerts }) => {
    for (const alert of (alerts?.newValue ?? []) as readonly SentAlert[]) {
      const known = byEpisode.get(alert.episode) ?? new Map<number, SentAlert>()
      byEpisode.set(alert.episode, known.set(alert.at, alert))
    }
  })
  const of = (episode: string) => [...(byEpisode.get(episode)?.values() ?? [])].sort((a, b) => a.at - b.at)
  return {
    of,
    repeated: () =>
      [...byEpisode.keys()].flatMap((episode) =>
        of(episode).filter((alert, i, all) => i > 0 && !isNews(alert, all.slice(0, i))),
      ),
    get episodes() {
      return [...byEpisode.keys()]
    },
  }
}

function isNews(alert: SentAlert, before: readonly SentAlert[]): boolean {
  const last = before.at(-1)
  if (!last) return true
  const hasGrown = alert.ratio > last.ratio * minGrowth || alert.ratio < last.ratio / minGrowth
  return tierRank(alert.tier) > tierRank(last.tier) || (alert.fell && !last.fell) || hasGrown
}
