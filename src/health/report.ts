import type { SourceCheck } from '../market/official.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { hostOf } from '../shared/official.ts'
import { isoText } from '../ui/words/times.ts'
import type { HealthState, ShownVenue } from './health-state.ts'

/** A time as text; null where there is none. */
const iso = (at: number | null | undefined) => (at === null || at === undefined ? null : isoText(at))

/**
 * The report that the trader may send to somebody: JSON, in English, one page. It names venues and the sensitivity,
 * and nothing else of the settings: no pair on a list, no mute, no site.
 */
export function reportOf(state: HealthState, { sensitivity }: Pick<Settings, 'sensitivity'>): string {
  const { at, own, background, venues, unanswered, sources } = state
  const report = {
    keiho: own.version,
    browser: own.browser,
    at: iso(at),
    background: background ? { startedAt: iso(background.startedAt) } : 'no answer',
    sensitivity,
    notificationsAllowed: own.notificationsAllowed ?? null,
    alarmAt: own.alarmAt === undefined ? 'unknown' : iso(own.alarmAt),
    storage: { ...own.storage, localBytes: own.localBytes },
    unanswered,
    setAside: background?.setAside?.map(({ what, reason, at }) => ({ what, reason, at: iso(at) })),
    venues: venues.map((venue) => venueReport(venue, sources.get(venue.state.venue) ?? [])),
  }
  return JSON.stringify(report, null, 2)
}

/** Field by field: what is added to a state some day is not reported unseen. */
function venueReport({ state, spentShare, savedAt }: ShownVenue, sources: readonly SourceCheck[]) {
  const { venue, kind, reason, pairs, dropped, droppedShare, droppedExample, subscriptions } = state
  return {
    venue,
    kind,
    reason,
    pairs,
    dropped,
    droppedShare,
    droppedExample,
    subscriptions,
    receivedAt: iso(state.receivedAt),
    retryAt: iso(state.retryAt),
    spentShare,
    savedAt: iso(savedAt),
    sources: sources.map(({ what, source, at, reason }) => ({
      what,
      host: hostOf(source),
      at: iso(at),
      reason,
    })),
  }
}
