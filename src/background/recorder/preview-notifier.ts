import type { Episode } from '../../market/episode.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { muteKey } from '../../shared/visible.ts'
import { followedBy, mostWantedFirst } from '../output/notifications/followed-pairs.ts'
import { alertFor, dueForDigest, rulesOf } from '../output/notifications/notification-rules.ts'
import { isKeptBack, withAlert, withDigest } from '../output/notifications/sent-alerts.ts'
import type { SentAlert } from '../storage/sent-alert.ts'

/** Counts the notifications that would have been shown. */
export interface PreviewNotifier {
  readonly notifications: number
  /** Takes episodes that began or changed together at `now`, wall clock, ms. */
  take(changed: readonly Episode[], now: number): void
}

const minuteMs = 60_000

/** Applies the same rules as `notify` and `sendDigest`, without a browser. */
export function createPreviewNotifier({
  notifications: rules,
  watch,
  pairRules,
}: Pick<Settings, 'notifications' | 'watch' | 'pairRules'>): PreviewNotifier {
  // Which pairs were on screen is not recorded.
  const isFollowed = followedBy(watch, [])
  let sent: readonly SentAlert[] = []
  let notifications = 0
  let takenAt = 0

  function sendDigest(now: number): void {
    if (!sent.some(isKeptBack)) return
    // Live checks every few seconds: quiet hours may have ended, and begun again, since the last change.
    let at = takenAt
    while (at < now && dueForDigest(sent, rules, at).length === 0) at = Math.min(now, nextMinute(at))
    const due = dueForDigest(sent, rules, at)
    if (due.length === 0) return
    sent = withDigest(sent, due, at)
    const isShown = rules.digest || due.some(({ way }) => way === 'limited')
    if (isShown && rules.least !== null) notifications++
  }
  return {
    get notifications() {
      return notifications
    },
    take(changed, now) {
      sendDigest(now)
      takenAt = now
      for (const episode of mostWantedFirst(changed, isFollowed)) {
        const alert = alertFor(
          episode,
          sent,
          rulesOf(rules, pairRules, muteKey(episode)),
          isFollowed(episode),
          now,
        )
        if (!alert) continue
        sent = withAlert(sent, alert)
        if (alert.way === 'alone') notifications++
      }
    },
  }
}

const nextMinute = (at: number) => (Math.floor(at / minuteMs) + 1) * minuteMs
